import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { parseNumber } from '../../core/scheme/number-format.ts';
import { findLabel } from '../../app/label/find-label.ts';
import { labelLineJson } from '../../app/label/label-json.ts';
import { namedModels } from '../../app/label/named-models.ts';
import { searchLabels } from '../../app/label/search-labels.ts';
import { suggestModels } from '../../app/label/suggest-models.ts';
import { viewFor } from '../answer.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { limitNetwork } from '../guard/limit-network.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { lastPage, ON_A_PAGE } from '../parts/label-list.ts';
import { queryLink } from '../parts/query-link.ts';
import { searchPage, type SearchOutcome } from './search-page.ts';
import { readSearchQuery, searchQuery, type SearchAsked } from './search-query.ts';

/** Labels in one answer for machines. */
const IN_AN_ANSWER = 100;

/** How often one network may search, unless another limit is set. */
export const SEARCH_LIMIT = { burst: 30, perSecond: 1 } as const;

/** Nothing but a text is asked, and today. */
function isPlain({ chosen = {}, state, supportedUntil, asOf }: SearchAsked): boolean {
  return Object.keys(chosen).length === 0 && state === undefined && supportedUntil === undefined && asOf === undefined;
}

/** Finds by number first: a number as printed names one label, whatever else its characters occur in. */
async function search(
  deps: WebSetup['deps'],
  asked: SearchAsked,
  limit: number,
): Promise<Omit<SearchOutcome, 'models'>> {
  const { text } = asked;
  const number = parseNumber(deps.scheme.scheme.numbers.registration, text);
  const isSlip = !number.ok && number.error.code === 'wrong_check_character';
  const named = number.ok && isPlain(asked) ? await findLabel(deps, number.value) : undefined;
  if (named?.ok === true) {
    const total = { count: 1, isExact: true };
    return { asked, isSlip, suggestions: [], labels: [named.value], total, facets: [], on: named.value.today };
  }
  const found = await searchLabels(deps, { ...asked, limit, offset: (asked.page - 1) * limit });
  const suggestions = found.total.count === 0 ? await suggestModels(deps, text) : [];
  return { asked, isSlip, suggestions, ...found };
}

/** One page of what was found; behind the last page the last one, for what was found must not be said to be nothing. */
async function searchPaged(deps: WebSetup['deps'], asked: SearchAsked): Promise<SearchOutcome> {
  const found = await search(deps, asked, ON_A_PAGE);
  const last = lastPage(found.total.count);
  const shown = last > 0 && asked.page > last ? await search(deps, { ...asked, page: last }, ON_A_PAGE) : found;
  return { ...shown, models: await namedModels(deps, shown.labels, asked.text) };
}

/** The search, as a page and for machines. */
export function searchRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  const limit = limitNetwork(setup, site, setup.searchLimit ?? SEARCH_LIMIT);
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/search`, limit, async (c) => {
      const asked = readSearchQuery(c.req.query());
      const outcome = await searchPaged(deps, asked);
      const view = viewFor(c, site);
      const path = queryLink(view.path, searchQuery(asked));
      c.header('cache-control', asked.text === '' ? cacheUntilMidnight(deps) : 'private, no-cache');
      return c.html(await searchPage({ ...view, path }, outcome));
    });
  }
  app.get('/labels.json', limit, cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }), async (c) => {
    const { labels, total, on } = await search(deps, readSearchQuery(c.req.query()), IN_AN_ANSWER);
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('cache-control', cacheUntilMidnight(deps));
    return c.json({
      format: 'shirushi-labels/1',
      on: on.toString(),
      total,
      labels: labels.map((label) => labelLineJson(label, site.baseUrl)),
    });
  });
  return app;
}
