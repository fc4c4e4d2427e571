import { Hono } from 'hono';
import { compareLabels } from '../../app/label/compare-labels.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { viewFor } from '../answer.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { limitNetwork } from '../guard/limit-network.ts';
import { SEARCH_LIMIT } from '../search/search-routes.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { comparePage } from './compare-page.ts';

/** Products side by side, named by the numbers of their labels. */
export function compareRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  const limit = limitNetwork(setup, site, setup.searchLimit ?? SEARCH_LIMIT);
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/compare`, limit, async (c) => {
      const asked = c.req.queries('number') ?? [];
      const numbers = asked.map((number) => asTyped(number).slice(0, 100)).filter((number) => number !== '');
      const compared = await compareLabels(deps, numbers);
      const view = viewFor(c, site);
      const query = new URLSearchParams(numbers.map((number) => ['number', number])).toString();
      const path = query === '' ? view.path : `${view.path}?${query}`;
      c.header('cache-control', cacheUntilMidnight(deps));
      const page = await comparePage({ ...view, path }, compared.ok ? compared.value : compared.error);
      return c.html(page, compared.ok ? 200 : 400);
    });
  }
  return app;
}
