import { Hono } from 'hono';
import { isReady } from '../../app/is-ready.ts';
import { answerError, viewFor } from '../answer.ts';
import { isFromThisMachine } from '../guard/client-address.ts';
import type { Registry } from 'prom-client';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';

/**
 * What supervisors and monitoring ask. `/metrics` exists for the machine itself only: what comes through a proxy nobody
 * declared looks like the machine, and is refused too.
 */
export function operationRoutes(setup: WebSetup & { readonly metrics: Registry }, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use('/:operation{healthz|readyz|metrics}', async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => ((await isReady(setup.deps)) ? c.text('ready\n') : c.text('not ready\n', 503)));
  app.get('/metrics', async (c) => {
    if (!isFromThisMachine(c, setup.trustedProxies)) {
      return answerError(c, viewFor(c, site), { code: 'not_found' });
    }
    return c.body(await setup.metrics.metrics(), 200, { 'content-type': setup.metrics.contentType });
  });
  return app;
}
