import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { isBefore, startOfDay } from '../../core/kernel/legal-day.ts';
import type { Language } from '../../core/kernel/text.ts';
import { findLabel, type ShownLabel } from '../../app/label/find-label.ts';
import { labelJson } from '../../app/label/label-json.ts';
import { findLogPlace, proveEntry, proveInclusion } from '../../app/log/prove-entry.ts';
import { answerError, viewFor } from '../answer.ts';
import { askedDay } from '../asked-day.ts';
import { cacheUntilMidnight, httpDate, weakEtag } from '../guard/freshness.ts';
import { pathIn, preferredLanguage } from '../language.ts';
import { viewOf, type Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { Artwork } from './artwork.ts';
import { labelPage } from './label-page.ts';
import { leadToLabel } from '../copied/lead-to-label.ts';
import { supportLeft } from './support-left.ts';

type Deps = WebSetup['deps'];

/** Any site may read it. */
const SHARED = cors({ origin: '*', allowMethods: ['GET', 'HEAD'] });

/** A published label under its own address, or the answer to give instead: another address, or that there is none. */
export async function labelAt(
  c: Context<WebEnv>,
  { deps, site }: { readonly deps: Deps; readonly site: Site },
  place: { readonly typed: string; readonly canonical: (number: string) => string; readonly language?: Language },
): Promise<ShownLabel | Response> {
  const view = viewFor(c, site, place.language);
  const asked = c.req.query('asof') ?? '';
  const asOf = askedDay(asked);
  if (asOf === undefined) return answerError(c, view, { code: 'malformed_day', params: { text: asked.slice(0, 40) } });
  const found = await findLabel(deps, place.typed, asOf === 'blank' ? undefined : asOf);
  if (!found.ok) {
    const { code, ...params } = found.error;
    return answerError(c, view, { code, params });
  }
  const { number } = found.value.record;
  if (number === place.typed) return found.value;
  c.header('cache-control', 'public, max-age=300');
  return c.redirect(`${place.canonical(number)}${new URL(c.req.url).search}`, 308);
}

/**
 * A label with its place in the public log, both asked for at once: under its own address both have the same number. A label
 * that was published between the two has its place, too.
 */
async function labelAndPlace(
  c: Context<WebEnv>,
  from: { readonly deps: Deps; readonly site: Site },
  place: Parameters<typeof labelAt>[2],
): Promise<readonly [ShownLabel | Response, number | undefined]> {
  const [label, found] = await Promise.all([labelAt(c, from, place), findLogPlace(from.deps, place.typed)]);
  if (label instanceof Response || found !== undefined) return [label, found];
  return [label, await findLogPlace(from.deps, place.typed)];
}

/** From the code on the label, in any spelling, to the page in the reader's language. */
async function followCode(c: Context<WebEnv>, deps: Deps, site: Site): Promise<Response> {
  const language = preferredLanguage(c.req.header('accept-language'));
  c.header('vary', 'Accept-Language');
  const found = await findLabel(deps, c.req.param('typed') ?? '');
  if (!found.ok) return answerError(c, viewOf(site, language, '/'), found.error);
  if (site.copied !== undefined) return c.html(await leadToLabel(site, found.value));
  c.header('cache-control', 'no-cache');
  return c.redirect(pathIn(language, `/labels/${found.value.record.number}`), 302);
}

/** When what is said about a label last changed: at its publication, or with the day. */
function lastModified({ publishedAt, today, scheme }: ShownLabel): string {
  const morning = startOfDay(today, scheme.zone);
  return httpDate(Temporal.Instant.compare(publishedAt, morning) > 0 ? publishedAt : morning);
}

/** The day that was asked about, where it has not come yet: the label is shown as it is today. */
function dayToCome(c: Context<WebEnv>, { today }: ShownLabel): Temporal.PlainDate | undefined {
  const asOf = askedDay(c.req.query('asof'));
  return asOf !== undefined && asOf !== 'blank' && isBefore(today, asOf) ? asOf : undefined;
}

function addPages(app: Hono<WebEnv>, { deps, stored }: WebSetup, site: Site): void {
  const artwork = new Artwork(deps);
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/labels/:typed`, async (c) => {
      const view = viewFor(c, site);
      const { language } = view;
      const canonical = (number: string): string => pathIn(language, `/labels/${number}`);
      const [label, logPlace] = await labelAndPlace(c, { deps, site }, { typed: c.req.param('typed'), canonical });
      if (label instanceof Response) return label;
      const typed = c.req.query('bought') ?? '';
      const endsOn = label.record.answers['support.endsOn'];
      const bought = endsOn === undefined ? undefined : supportLeft(typed, endsOn, label.today);
      c.header('cache-control', typed === '' ? cacheUntilMidnight(deps) : 'no-store');
      const toCome = dayToCome(c, label);
      const drawn = await artwork.of(label, language);
      const text = String(await labelPage(view, label, { artwork: drawn, bought, logPlace, toCome }));
      if (bought !== undefined || toCome !== undefined) return c.html(text);
      const etag = weakEtag(text);
      stored?.keep({ kind: `page.${language}`, label, logPlace, etag, text });
      c.header('etag', etag);
      return c.html(text);
    });
  }
}

/** The proof that a label's newest entry stands in the public log, as a file that is verified without asking us. */
function addProofs(app: Hono<WebEnv>, deps: Deps, site: Site): void {
  app.get('/labels/:typed/proof', SHARED, async (c) => {
    const canonical = (number: string): string => `/labels/${number}/proof`;
    const label = await labelAt(c, { deps, site }, { typed: c.req.param('typed'), canonical });
    if (label instanceof Response) return label;
    const { number } = label.record;
    const proof = await proveEntry(deps, number);
    if (proof === undefined) throw new Error(`label ${number} is public and not in the public log`);
    c.header('cache-control', 'no-cache');
    c.header('cross-origin-resource-policy', 'cross-origin');
    const disposition = `inline; filename="${encodeURIComponent(number)}.tlog-proof"`;
    return c.body(proof, 200, { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': disposition });
  });
}

/** The addresses of single labels: page, data, and the short one in the code. */
export function labelRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps, stored } = setup;
  const app = new Hono<WebEnv>();
  for (const letter of ['l', 'L']) app.get(`/${letter}/:typed`, (c) => followCode(c, deps, site));
  addProofs(app, deps, site);
  app.get('/labels/:file{[^/]+\\.json}', SHARED, async (c) => {
    const typed = c.req.param('file').replace(/\.json$/, '');
    const canonical = (number: string): string => `/labels/${number}.json`;
    c.header('cross-origin-resource-policy', 'cross-origin');
    const [label, logPlace] = await labelAndPlace(c, { deps, site }, { typed, canonical });
    if (label instanceof Response) return label;
    const modified = lastModified(label);
    c.header('cache-control', cacheUntilMidnight(deps));
    c.header('last-modified', modified);
    const isKnown = c.req.header('if-none-match') === undefined && c.req.header('if-modified-since') === modified;
    if (isKnown) return c.body(null, 304);
    const inclusion = logPlace === undefined ? undefined : await proveInclusion(deps, logPlace);
    const text = JSON.stringify(labelJson(label, site.baseUrl, inclusion));
    const etag = weakEtag(text);
    stored?.keep({ kind: 'json', label, logPlace, etag, modified, text });
    c.header('etag', etag);
    return c.body(text, 200, { 'content-type': 'application/json' });
  });
  addPages(app, setup, site);
  return app;
}
