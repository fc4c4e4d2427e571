import { Hono } from 'hono';
import { viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { searchElsewhere } from './search-elsewhere.ts';

/** What stands in a copy in place of pages that only the program can give. */
export function copiedRoutes(site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/search`, async (c) => c.html(await searchElsewhere(viewFor(c, site))));
  }
  return app;
}
