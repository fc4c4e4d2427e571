import { Hono, type Context } from 'hono';
import { countTypes } from '../../app/label/count-types.ts';
import { findMaker } from '../../app/label/find-maker.ts';
import { listMakers } from '../../app/label/list-makers.ts';
import { searchLabels, type FoundLabels } from '../../app/label/search-labels.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { findProductType } from '../../core/scheme/in-force.ts';
import { answerError, viewFor } from '../answer.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { limitNetwork } from '../guard/limit-network.ts';
import { lastPage, ON_A_PAGE, pageOf } from '../parts/label-list.ts';
import { queryLink } from '../parts/query-link.ts';
import { SEARCH_LIMIT } from '../search/search-routes.ts';
import type { Site, View } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { makerPage, makersPage } from './maker-pages.ts';
import { typePage, typesPage } from './type-pages.ts';

/** Makers listed at once. */
const MAKERS_ON_A_PAGE = 100;

/** A page's number, and which labels are on it. */
function askedPage(c: Context<WebEnv>): { readonly at: number; readonly offset: number; readonly limit: number } {
  const at = pageOf(c.req.query('page'));
  return { at, offset: (at - 1) * ON_A_PAGE, limit: ON_A_PAGE };
}

/** Whether a page of a list is behind its last one. */
function isBehind({ total }: FoundLabels, at: number): boolean {
  return at > Math.max(lastPage(total.count), 1);
}

/** The pages of makers and product types: all of them, and each with its labels. */
export function browseRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  const limit = limitNetwork(setup, site, setup.searchLimit ?? SEARCH_LIMIT);
  const lost = (c: Context<WebEnv>): Promise<Response> => answerError(c, viewFor(c, site), { code: 'not_found' });
  const shown = (c: Context<WebEnv>, query: Readonly<Record<string, string | undefined>>): View => {
    const view = viewFor(c, site);
    c.header('cache-control', cacheUntilMidnight(deps));
    return { ...view, path: queryLink(view.path, query) };
  };
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/makers`, limit, async (c) => {
      const after = asTyped(c.req.query('after') ?? '').slice(0, 200);
      const makers = await listMakers(deps, { after, limit: MAKERS_ON_A_PAGE });
      return c.html(await makersPage(shown(c, { after }), makers, after));
    });
    app.get(`${prefix}/makers/:id`, limit, async (c) => {
      const { at, ...page } = askedPage(c);
      const maker = await findMaker(deps, c.req.param('id'), page);
      if (maker === undefined || isBehind(maker.found, at)) return lost(c);
      return c.html(await makerPage(shown(c, { page: at === 1 ? undefined : String(at) }), maker, at));
    });
    app.get(`${prefix}/types`, limit, async (c) => {
      return c.html(await typesPage(shown(c, {}), site.scheme, await countTypes(deps)));
    });
    app.get(`${prefix}/types/:id`, limit, async (c) => {
      const { at, ...page } = askedPage(c);
      const type = findProductType(site.scheme, c.req.param('id'));
      if (type === undefined) return lost(c);
      const found = await searchLabels(deps, { text: '', chosen: { product_type: type.id }, ...page });
      if (isBehind(found, at)) return lost(c);
      return c.html(await typePage(shown(c, { page: at === 1 ? undefined : String(at) }), type, found, at));
    });
  }
  return app;
}
