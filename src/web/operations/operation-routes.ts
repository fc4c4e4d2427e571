import { Hono } from 'hono';
import { isReady } from '../../app/is-ready.ts';
import { answerError, viewFor } from '../answer.ts';
import { clientAddress, isListed, loopback } from '../guard/client-address.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';

/** What supervisors and monitoring ask; `/metrics` does not exist for anybody else. */
export function operationRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const readers = setup.metricsReaders ?? loopback();
  app.use('/:operation{healthz|readyz|metrics}', async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => ((await isReady(setup.deps)) ? c.text('ready\n') : c.text('not ready\n', 503)));
  app.get('/metrics', async (c) => {
    const isForwarded = c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined;
    const isHidden = isForwarded && setup.trustedProxies === undefined;
    if (isHidden || !isListed(readers, clientAddress(c, setup.trustedProxies))) {
      return answerError(c, viewFor(c, site), { code: 'not_found' });
    }
    return c.body(await setup.metrics.metrics(), 200, { 'content-type': setup.metrics.contentType });
  });
  return app;
}
