import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { asTyped } from '../../core/kernel/fold.ts';
import { parseNumber } from '../../core/scheme/number-format.ts';
import { findLabel } from '../../app/label/find-label.ts';
import { searchLabels } from '../../app/label/search-labels.ts';
import { answerError, viewFor } from '../answer.ts';
import { clientAddress, clientNetwork } from '../guard/client-address.ts';
import { cacheUntilMidnight } from '../guard/freshness.ts';
import { TokenBuckets } from '../guard/token-buckets.ts';
import { labelLineJson } from '../label/label-json.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { searchPage, type SearchOutcome } from './search-page.ts';

/** Labels on one page of results, and in one answer for machines. */
const ON_A_PAGE = 50;
const IN_AN_ANSWER = 100;

const ORDINARY_LIMIT = { burst: 30, perSecond: 1 } as const;

/** Finds by number first: a number as printed names one label, whatever else its characters occur in. */
async function search(deps: WebSetup['deps'], typed: string, limit: number): Promise<SearchOutcome> {
  const text = asTyped(typed).slice(0, 200);
  const number = parseNumber(deps.scheme.scheme.numbers.registration, text);
  const isSlip = !number.ok && number.error.code === 'wrong_check_character';
  const named = number.ok ? await findLabel(deps, number.value) : undefined;
  if (named?.ok === true) return { text, isSlip, labels: [named.value], isMore: false };
  return { text, isSlip, ...(await searchLabels(deps, { text, limit })) };
}

/** Refuses clients that search more often than people do. */
function searchLimit(setup: WebSetup, site: Site): MiddlewareHandler<WebEnv> {
  const monotonic = setup.monotonic ?? (() => performance.now());
  const buckets = new TokenBuckets(setup.searchLimit ?? ORDINARY_LIMIT, monotonic);
  return async (c: Context<WebEnv>, next) => {
    const wait = buckets.take(clientNetwork(clientAddress(c, setup.trustedProxies)));
    if (wait === 0) return next();
    c.header('retry-after', String(wait));
    return answerError(c, viewFor(c, site), { code: 'too_many_requests', params: { seconds: wait } });
  };
}

/** The search, as a page and for machines. */
export function searchRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  const limit = searchLimit(setup, site);
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/search`, limit, async (c) => {
      const outcome = await search(deps, c.req.query('q') ?? '', ON_A_PAGE);
      const view = viewFor(c, site);
      const path =
        outcome.text === '' ? view.path : `${view.path}?${new URLSearchParams({ q: outcome.text }).toString()}`;
      c.header('cache-control', outcome.text === '' ? cacheUntilMidnight(deps) : 'private, no-cache');
      return c.html(await searchPage({ ...view, path }, outcome));
    });
  }
  app.get('/labels.json', limit, cors({ origin: '*', allowMethods: ['GET', 'HEAD'] }), async (c) => {
    const { labels, isMore } = await search(deps, c.req.query('q') ?? '', IN_AN_ANSWER);
    c.header('cross-origin-resource-policy', 'cross-origin');
    c.header('cache-control', cacheUntilMidnight(deps));
    const total = { count: labels.length, isExact: !isMore };
    return c.json({
      format: 'shirushi-labels/1',
      total,
      labels: labels.map((label) => labelLineJson(label, site.baseUrl)),
    });
  });
  return app;
}
