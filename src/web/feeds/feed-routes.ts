import { Hono, type Context } from 'hono';
import { findMaker } from '../../app/label/find-maker.ts';
import { changesOf, listChanges, type LabelChange } from '../../app/label/list-changes.ts';
import { findProductType } from '../../core/scheme/in-force.ts';
import { ATOM_TYPE } from '../../formats/atom-feed/atom-feed.ts';
import { answerError, viewFor } from '../answer.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { limitNetwork } from '../guard/limit-network.ts';
import { labelAt } from '../label/label-routes.ts';
import { pathIn } from '../language.ts';
import { queryLink } from '../parts/query-link.ts';
import { followable, readSearchQuery, searchQuery } from '../search/search-query.ts';
import { SEARCH_LIMIT } from '../search/search-routes.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { feedText, type FeedOf } from './feed-text.ts';

/** Things a feed tells of at most. */
const MOST_ENTRIES = 50;

type Asked = { readonly c: Context<WebEnv>; readonly setup: WebSetup; readonly site: Site };

/** Any page may read a feed; it holds until midnight at most, when the calendar may add to it. */
function answerFeed({ c, setup, site }: Asked, of: FeedOf, changes: readonly LabelChange[]): Response {
  c.header('cache-control', cacheUntilMidnight(setup.deps));
  c.header('access-control-allow-origin', '*');
  c.header('cross-origin-resource-policy', 'cross-origin');
  return c.body(feedText(viewFor(c, site), of, changes), 200, { 'content-type': ATOM_TYPE });
}

async function feedOfMaker(asked: Asked): Promise<Response> {
  const { c, setup, site } = asked;
  const key = c.req.param('id') ?? '';
  const maker = await findMaker(setup.deps, key, { offset: 0, limit: 1 });
  if (maker === undefined) return answerError(c, viewFor(c, site), { code: 'not_found' });
  const page = `/makers/${encodeURIComponent(key)}`;
  const { language } = viewFor(c, site);
  const [newest] = maker.names;
  const title = (language === 'en' ? newest?.maker_en : undefined) || (newest?.maker ?? key);
  const changes = await listChanges(setup.deps, { text: '', chosen: { maker_key: key } }, MOST_ENTRIES);
  return answerFeed(asked, { title, self: `${page}/feed.atom`, page }, changes);
}

async function feedOfType(asked: Asked): Promise<Response> {
  const { c, setup, site } = asked;
  const type = findProductType(site.scheme, c.req.param('id'));
  const view = viewFor(c, site);
  if (type === undefined) return answerError(c, view, { code: 'not_found' });
  const page = `/types/${encodeURIComponent(type.id)}`;
  const changes = await listChanges(setup.deps, { text: '', chosen: { product_type: type.id } }, MOST_ENTRIES);
  return answerFeed(asked, { title: type.name[view.language], self: `${page}/feed.atom`, page }, changes);
}

async function feedOfLabel(asked: Asked): Promise<Response> {
  const { c, setup, site } = asked;
  const view = viewFor(c, site);
  const canonical = (number: string): string => pathIn(view.language, `/labels/${number}/feed.atom`);
  const label = await labelAt(c, { deps: setup.deps, site }, { typed: c.req.param('typed') ?? '', canonical });
  if (label instanceof Response) return label;
  const { number } = label.record;
  const page = `/labels/${number}`;
  const title = view.say('feed.label', { number });
  return answerFeed(asked, { title, self: `${page}/feed.atom`, page }, changesOf(label).toReversed());
}

async function feedOfSearch(asked: Asked): Promise<Response> {
  const { c, setup, site } = asked;
  const { say } = viewFor(c, site);
  const wish = followable(readSearchQuery(c.req.query()));
  const query = searchQuery(wish);
  const title = wish.text === '' ? say('feed.filtered') : say('feed.search', { text: wish.text });
  const changes = await listChanges(setup.deps, wish, MOST_ENTRIES);
  const [self, page] = [queryLink('/search/feed.atom', query), queryLink('/search', query)];
  return answerFeed(asked, { title, self, page }, changes);
}

async function feedOfAll(asked: Asked): Promise<Response> {
  const { say } = viewFor(asked.c, asked.site);
  const changes = await listChanges(asked.setup.deps, { text: '' }, MOST_ENTRIES);
  return answerFeed(asked, { title: say('feed.all'), self: '/feed.atom', page: '/' }, changes);
}

const FEEDS = {
  '/feed.atom': feedOfAll,
  '/labels/:typed/feed.atom': feedOfLabel,
  '/makers/:id/feed.atom': feedOfMaker,
  '/types/:id/feed.atom': feedOfType,
  '/search/feed.atom': feedOfSearch,
} as const;

/** What happens in the register, as Atom feeds: all of it, one label, a maker, a product type, any search. */
export function feedRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const limit = limitNetwork(setup, site, setup.searchLimit ?? SEARCH_LIMIT);
  for (const prefix of ['', '/en']) {
    for (const [path, answer] of Object.entries(FEEDS)) {
      app.get(prefix + path, limit, (c) => answer({ c, setup, site }));
    }
  }
  return app;
}
