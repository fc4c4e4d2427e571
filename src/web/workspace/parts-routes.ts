import { Hono } from 'hono';
import { answerError, viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { partsPage } from './parts-page.ts';
import { workspaceHeaders } from './workspace-headers.ts';

/** The page of all parts; there is one in the demonstration only. */
export function partsRoutes(site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/workspace/parts`, workspaceHeaders(site), async (c) => {
      const view = viewFor(c, site);
      if (!site.isDemonstration) return answerError(c, view, { code: 'not_found' });
      return c.html(
        await partsPage(view, { order: c.req.query('order') === 'ascending' ? 'ascending' : 'descending' }),
      );
    });
  }
  return app;
}
