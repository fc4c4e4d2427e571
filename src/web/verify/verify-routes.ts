import { Hono } from 'hono';
import { readIssuer } from '../../app/credential/read-issuer.ts';
import { readLog } from '../../app/log/read-log.ts';
import { answerError, viewFor } from '../answer.ts';
import { contentPolicy } from '../guard/content-policy.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { verifierModules } from './verifier-modules.ts';
import { verifyPage } from './verify-page.ts';

/** The page that verifies files in the browser, sending them nowhere, and the verifier's modules. */
export function verifyRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const policy = contentPolicy(site.styles, ['styles', 'scripts']);
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/verify`, async (c) => {
      const [log, issuer] = await Promise.all([readLog(deps), readIssuer(deps)]);
      c.header('content-security-policy', policy);
      c.header('cache-control', 'no-cache');
      return c.html(
        await verifyPage(viewFor(c, site), { key: log?.verifierKey ?? '', issuer: JSON.stringify(issuer) }),
      );
    });
  }
  app.get('/assets/verifier/:version/:module{.+}', (c) => {
    const { base, texts } = verifierModules();
    const text = c.req.path.startsWith(base) ? texts.get(c.req.param('module')) : undefined;
    if (text === undefined) return answerError(c, viewFor(c, site), { code: 'not_found' });
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(text, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });
  return app;
}
