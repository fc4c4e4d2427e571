import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CopiedFile } from '../../app/ports.ts';
import { contentPolicy } from '../guard/content-policy.ts';
import { headersOnAll } from '../guard/security-headers.ts';

/** Where the files of a copy are found by the addresses that mean them. */
type Copy = { readonly find: (address: string) => CopiedFile | undefined | Promise<CopiedFile | undefined> };

/** Media types by ending, and whether compressing pays. */
const TYPES: Readonly<Record<string, readonly [type: string, isText: boolean]>> = {
  '.html': ['text/html; charset=utf-8', true],
  '.json': ['application/json', true],
  '.jsonl': ['application/jsonl; charset=utf-8', true],
  '.jsonld': ['application/ld+json', true],
  '.csv': ['text/csv', true],
  '.atom': ['application/atom+xml; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.css': ['text/css; charset=utf-8', true],
  '.pdf': ['application/pdf', false],
  '.gz': ['application/gzip', false],
};

/** What has no ending: signed texts, credentials, tiles. */
const UNNAMED: readonly (readonly [RegExp, string])[] = [
  [/^\/log\/(checkpoint|vkey)$|\/proof$/, 'text/plain; charset=utf-8'],
  [/\/credential$|^\/status\//, 'application/vc+jwt'],
];

/** What says the same for ever: full tiles, snapshots, and assets named by their content. */
const FIXED = /^\/(log\/tile\/(?!.*\.p\/)|api\/v1\/snapshots\/.|assets\/)/;

/** What only the program can answer: questions, and whatever somebody does. */
const QUESTION = /[?&](asof|bought|q)=|^\/(en\/)?(search|workspace|sign-in|subscri)/;

/** Headers by file name do not change; more names than this are not remembered. */
const MOST_NAMES = 100_000;

/** Bytes below which compressing saves nothing. */
const SMALLEST_PACKED = 1_000;

const pack = promisify(gzip);

function typeOf(name: string): readonly [string, boolean] {
  const named = TYPES[extname(name)];
  if (named !== undefined) return named;
  return [UNNAMED.find(([names]) => names.test(name))?.[1] ?? 'application/octet-stream', false];
}

/** The page of a copy that stands for an answer it does not have. */
function insteadOf(url: string): { readonly status: number; readonly address: string } {
  const prefix = url.startsWith('/en/') ? '/en' : '';
  return QUESTION.test(url) ? { status: 503, address: `${prefix}/search` } : { status: 404, address: `${prefix}/404` };
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const tags = headers['if-none-match'];
  return tags?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag) === true;
}

/** Data may be read by pages of any site; pages are for themselves. */
const SHARED = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** The style sheet within a page is that of the program that made the copy, maybe not of this one. */
const STYLES = { source: "'unsafe-inline'" } as const;

function headersFor(name: string, baseUrl: string): readonly string[] {
  const [type, isText] = typeOf(name);
  const isVerifier = /^\/(en\/)?verify\.html$/.test(name);
  return Object.entries({
    ...headersOnAll(STYLES, baseUrl),
    'content-security-policy': contentPolicy(STYLES, isVerifier ? ['styles', 'scripts'] : ['styles']),
    ...(type.startsWith('text/html') ? {} : SHARED),
    ...(isText ? { vary: 'Accept-Encoding' } : {}),
    'content-type': type,
    'cache-control': FIXED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  }).flat();
}

/** The files of a copy with their headers and, once somebody took them so, compressed. */
class Answers {
  readonly #baseUrl: string;
  readonly #headers = new Map<string, readonly string[]>();
  readonly #packed = new WeakMap<CopiedFile, Promise<Uint8Array>>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  headersOf({ name }: CopiedFile): readonly string[] {
    const known = this.#headers.get(name);
    if (known !== undefined) return known;
    const made = headersFor(name, this.#baseUrl);
    if (this.#headers.size >= MOST_NAMES) this.#headers.clear();
    this.#headers.set(name, made);
    return made;
  }

  /** The file compressed; undefined where that is not wanted or saves nothing. */
  packed(request: IncomingMessage, file: CopiedFile): Promise<Uint8Array> | undefined {
    const { body } = file;
    const accepted = request.headers['accept-encoding'] ?? '';
    if (body === undefined || body.length < SMALLEST_PACKED || !typeOf(file.name)[1]) return undefined;
    if (!/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted)) return undefined;
    const known = this.#packed.get(file);
    if (known !== undefined) return known;
    const packed = pack(body);
    this.#packed.set(file, packed);
    return packed;
  }
}

/**
 * Answers with the files of a static copy and nothing else: neither database nor keys are needed. What only the program can
 * answer is said to be away (503).
 */
export function answerCopied(copy: Copy, baseUrl: string): RequestListener {
  const answers = new Answers(baseUrl);

  async function send(
    request: IncomingMessage,
    response: ServerResponse,
    file: CopiedFile,
    status: number,
  ): Promise<void> {
    const headers = [...answers.headersOf(file), 'etag', file.etag];
    if (status === 200 && isKnown(request, file.etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    const packing = answers.packed(request, file);
    const body = packing === undefined ? file.body : await packing;
    if (packing !== undefined) headers.push('content-encoding', 'gzip');
    if (status === 503) headers.push('retry-after', '300');
    response.writeHead(status, [...headers, 'content-length', String(body?.length ?? file.size)]);
    if (request.method === 'HEAD') response.end();
    else if (body !== undefined) response.end(body);
    else
      file
        .stream()
        .on('error', () => response.destroy())
        .pipe(response);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', method } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
      return;
    }
    const asked = QUESTION.test(url) ? undefined : copy.find(url);
    const file = asked instanceof Promise ? await asked : asked;
    if (file !== undefined) return send(request, response, file, 200);
    const { status, address } = insteadOf(url);
    const instead = await copy.find(address);
    if (instead !== undefined) return send(request, response, instead, status);
    response.writeHead(status, { 'content-length': 0 }).end();
  }

  return (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { 'content-length': 0 }).end();
    });
  };
}
