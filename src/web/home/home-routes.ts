import { Hono } from 'hono';
import { searchLabels } from '../../app/label/search-labels.ts';
import { viewFor } from '../answer.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { dataPage } from '../site/data-page.ts';
import { NOTES, notePage, type NoteId } from '../site/note-page.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { homePage } from './home-page.ts';

/** Labels shown on the home page. */
const NEWEST = 6;

/** The home page and the notes every site owes its readers. */
export function homeRoutes({ deps }: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/`, async (c) => {
      const { labels } = await searchLabels(deps, { text: '', limit: NEWEST });
      c.header('cache-control', cacheUntilMidnight(deps));
      return c.html(await homePage(viewFor(c, site), labels));
    });
    for (const id of Object.keys(NOTES) as NoteId[]) {
      app.get(`${prefix}/${id}`, async (c) => {
        c.header('cache-control', 'public, max-age=3600');
        return c.html(await notePage(viewFor(c, site), id));
      });
    }
    app.get(`${prefix}/data`, async (c) => {
      c.header('cache-control', 'public, max-age=3600');
      return c.html(await dataPage(viewFor(c, site)));
    });
    app.get(`${prefix}/labels`, (c) => c.redirect(`${prefix}/search`, 308));
  }
  app.get('/en', (c) => c.redirect('/en/', 308));
  return app;
}
