import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Registry } from 'prom-client';
import { LegalClock } from '../../app/scheme/legal-clock.ts';
import type { StoredKind, StoredPage } from '../../app/stored-page/stored-page.ts';
import type { StoredPages } from '../../app/stored-page/stored-pages.ts';
import { cacheFor } from '../guard/freshness.ts';
import { answeredLog, elapsed } from '../guard/request-log.ts';
import { headersOnAll } from '../guard/security-headers.ts';
import { readStyles } from '../styles.ts';
import type { WebSetup } from '../web-setup.ts';

/** What is asked for, as far as an answer can be stored of it. */
type Asked = { readonly number: string; readonly kind: StoredKind; readonly coding: Coding };

type Found = Asked & { readonly page: StoredPage; readonly requestId: string };

/** An address of a label, without a query. */
const ADDRESS = /^(\/en)?\/labels\/([^/?#%]+?)(\.json)?$/;

/** How an answer may be sent. */
type Coding = 'gzip' | 'identity';

const SHARED = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** How the application's own routes answer each kind. */
const KINDS: Readonly<
  Record<StoredKind, { readonly route: string; readonly headers: Readonly<Record<string, string>> }>
> = {
  'page.ja': { route: '/labels/:typed', headers: { 'content-type': 'text/html; charset=UTF-8' } },
  'page.en': { route: '/en/labels/:typed', headers: { 'content-type': 'text/html; charset=UTF-8' } },
  json: {
    route: '/labels/:file{[^/]+\\.json}',
    headers: { 'content-type': 'application/json', ...SHARED },
  },
};

/** Milliseconds the database is waited for; then the application answers, which knows what to say when it is away. */
const PATIENCE = 1_000;

const inflate = promisify(gunzip);

/** Undefined where the request weighs codings against each other, which the application understands. */
function codingFor({ 'accept-encoding': accepted = '' }: IncomingMessage['headers']): Coding | undefined {
  if (/[=*]/.test(accepted)) return undefined;
  return /\bgzip\b/i.test(accepted) ? 'gzip' : /\bdeflate\b/i.test(accepted) ? undefined : 'identity';
}

function kindAt(english: string | undefined, json: string | undefined): StoredKind | undefined {
  if (json === undefined) return english === undefined ? 'page.ja' : 'page.en';
  return english === undefined ? 'json' : undefined;
}

function bringsBody(headers: IncomingMessage['headers']): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function askedBy({ method, url = '', headers }: IncomingMessage): Asked | undefined {
  if (method !== 'GET' || bringsBody(headers)) return undefined;
  const [, english, number, json] = ADDRESS.exec(url) ?? [];
  const [kind, coding] = [kindAt(english, json), codingFor(headers)];
  return number === undefined || kind === undefined || coding === undefined ? undefined : { number, kind, coding };
}

/** Whether whoever asks has this answer already (RFC 9110, 13.2.2). */
function isKnown({ headers }: IncomingMessage, { etag, modified }: StoredPage): boolean {
  const { 'if-none-match': tags, 'if-modified-since': since } = headers;
  if (tags === undefined) return since !== undefined && since === modified;
  return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2));
}

/** What is set on each answer of a kind, as the server takes it: names and values in turn. */
function fixedHeaders(setup: WebSetup): Readonly<Record<StoredKind, readonly string[]>> {
  const onAll = headersOnAll(readStyles(), setup.deps.baseUrl);
  const of = (kind: StoredKind): readonly string[] =>
    Object.entries({ ...onAll, ...KINDS[kind].headers, vary: 'Accept-Encoding' }).flat();
  return { 'page.ja': of('page.ja'), 'page.en': of('page.en'), json: of('json') };
}

function inTime<T>(found: Promise<T>): Promise<T | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<T | undefined>();
  const timer = setTimeout(resolve, PATIENCE, undefined);
  found.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}

/**
 * Answers what is stored of labels before the application is asked, with the very headers it would set; all else, and all
 * that is not stored, is the application's. Frameworks cost several times what it takes to send stored bytes.
 */
export function answerStored(
  setup: WebSetup & { readonly metrics: Registry; readonly stored: StoredPages },
  application: RequestListener,
): RequestListener {
  const { deps, stored, monotonic: now = () => performance.now() } = setup;
  const [fixed, clock, answered] = [fixedHeaders(setup), new LegalClock(deps), answeredLog(setup)];

  /** Writes the answer; its status. */
  async function send(request: IncomingMessage, response: ServerResponse, found: Found): Promise<number> {
    const { page, kind, requestId, coding } = found;
    const isFresh = isKnown(request, page);
    const headers = [...fixed[kind], 'cache-control', cacheFor(clock.now().left), 'etag', page.etag];
    headers.push('x-request-id', requestId);
    if (page.modified !== null) headers.push('last-modified', page.modified);
    if (isFresh) {
      response.writeHead(304, headers).end();
      return 304;
    }
    const body = coding === 'gzip' ? page.body : await inflate(page.body);
    if (coding === 'gzip') headers.push('content-encoding', 'gzip');
    response.writeHead(200, [...headers, 'content-length', String(body.length)]).end(body);
    return 200;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, asked: Asked): Promise<boolean> {
    const begun = now();
    const page = await inTime(stored.find(asked.number, asked.kind));
    if (page === undefined) return false;
    const requestId = deps.ids.uuid();
    const status = await send(request, response, { ...asked, page, requestId });
    answered({ requestId, method: 'GET', route: KINDS[asked.kind].route, status, ms: elapsed(begun, now()) });
    return true;
  }

  return (request, response) => {
    const asked = askedBy(request);
    if (asked === undefined) {
      application(request, response);
      return;
    }
    // Why the database does not answer is found out, said and noted by the application, which asks it too.
    answer(request, response, asked)
      .catch(() => false)
      .then((isAnswered) => isAnswered || application(request, response))
      .catch(() => response.destroy());
  };
}
