import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CopiedFile } from '../../app/ports.ts';
import { contentPolicy } from '../guard/content-policy.ts';
import { headersOnAll } from '../guard/security-headers.ts';

/** A copy that is given out. */
type GivenCopy = {
  /** The file an address means. */
  readonly find: (address: string) => Promise<CopiedFile | undefined>;
  readonly baseUrl: string;
  /** Where the program runs, if not at the address of the copy: its forms lead there. */
  readonly live?: string | undefined;
  /** Told what went wrong with the disk. */
  readonly report: (error: unknown) => void;
};

/** Media types by name: of what has an ending, and of what has none or another one than it says. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^\/log\/(checkpoint|vkey)$|\/proof$/, 'text/plain; charset=utf-8'],
  [/\/credential$|^\/status\//, 'application/vc+jwt'],
  [/^\/credentials\/|\.jsonld$/, 'application/ld+json'],
  [/^\/issuer$/, 'application/cid'],
  [/\/jwks\.json$/, 'application/jwk-set+json'],
  [/-cp932\.csv$/, 'text/csv; charset=shift_jis; header=present'],
  [/\.csv$/, 'text/csv; charset=utf-8; header=present'],
  [/\.html$/, 'text/html; charset=utf-8'],
  [/\.json$/, 'application/json'],
  [/\.jsonl$/, 'application/jsonl; charset=utf-8'],
  [/\.atom$/, 'application/atom+xml; charset=utf-8'],
  [/\.js$/, 'text/javascript; charset=utf-8'],
  [/\.css$/, 'text/css; charset=utf-8'],
  [/\.pdf$/, 'application/pdf'],
  [/\.gz$/, 'application/gzip'],
];

/** Endings of texts that compressing makes smaller. */
const TEXTS = ['.html', '.json', '.jsonl', '.jsonld', '.csv', '.atom', '.js', '.css'];

/** What says the same for ever: full tiles, snapshots, and assets named by their content. */
const FIXED = /^\/(log\/tile\/(?!.*\.p\/)|api\/v1\/snapshots\/.|assets\/)/;

/** What only the program can answer, even where a file has that name: questions, and whatever somebody does. */
const QUESTION = /[?&](asof|bought|q)=|^\/(en\/)?(search|workspace|sign-in|subscri)/;

/** Of what lies here the program may know more than the copy: other spellings, questions, what came since. */
const MAYBE = /^\/((en\/)?(labels(\.json)?|makers|compare)|api|l|L)(\/|\?|$)/;

/** Bytes below which compressing saves nothing. */
const SMALLEST_PACKED = 1_000;

/** Data may be read by pages of any site; pages are for themselves. */
const SHARED = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** The style sheet within a page is that of the program that made the copy, maybe not of this one. */
const STYLES = { source: "'unsafe-inline'" } as const;

/** When to ask again for what only the program can answer. */
const AWAY: Readonly<Record<number, readonly string[]>> = { 503: ['retry-after', '300'] };

const pack = promisify(gzip);

function headersFor(name: string, { baseUrl, live }: GivenCopy): readonly string[] {
  const type = TYPES.find(([names]) => names.test(name))?.[1] ?? 'application/octet-stream';
  const isVerifier = /^\/(en\/)?verify\.html$/.test(name);
  const policy = contentPolicy(STYLES, isVerifier ? ['styles', 'scripts'] : ['styles']);
  const forms = live === undefined ? "form-action 'self'" : `form-action 'self' ${new URL(live).origin}`;
  return Object.entries({
    ...headersOnAll(STYLES, baseUrl),
    'content-security-policy': policy.replace("form-action 'self'", forms),
    ...(type.startsWith('text/html') ? {} : SHARED),
    ...(TEXTS.includes(extname(name)) ? { vary: 'Accept-Encoding' } : {}),
    'content-type': type,
    'cache-control': FIXED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  }).flat();
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const tags = headers['if-none-match'];
  return tags?.split(',').some((tag) => tag.trim() === '*' || tag.trim() === etag) === true;
}

function takesPacked({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(headers['accept-encoding'] ?? '');
}

/** The page that stands for an answer a copy does not have, and whether the program may have it. */
function insteadOf(url: string): { readonly status: 404 | 503; readonly address: string } {
  const prefix = url.startsWith('/en/') ? '/en' : '';
  const isAway = QUESTION.test(url) || MAYBE.test(url);
  return isAway ? { status: 503, address: `${prefix}/search` } : { status: 404, address: `${prefix}/404` };
}

/** Sends files of a copy; what is made of one is kept as long as the file itself. */
class Sender {
  readonly #copy: GivenCopy;
  readonly #headers = new WeakMap<CopiedFile, readonly string[]>();
  readonly #packed = new WeakMap<CopiedFile, Promise<Uint8Array>>();

  constructor(copy: GivenCopy) {
    this.#copy = copy;
  }

  #headersOf(file: CopiedFile): readonly string[] {
    const known = this.#headers.get(file);
    if (known !== undefined) return known;
    const made = [...headersFor(file.name, this.#copy), 'etag', file.etag];
    this.#headers.set(file, made);
    return made;
  }

  /** The file compressed; undefined where that saves nothing. */
  #packedOf(file: CopiedFile): Promise<Uint8Array> | undefined {
    const { body, name } = file;
    if (body === undefined || body.length < SMALLEST_PACKED || !TEXTS.includes(extname(name))) return undefined;
    const known = this.#packed.get(file);
    if (known !== undefined) return known;
    const packed = pack(body);
    this.#packed.set(file, packed);
    return packed;
  }

  /** What is sent of a file to who asks, and the headers that say so; no bytes for a large one. */
  async #content(
    request: IncomingMessage,
    file: CopiedFile,
  ): Promise<readonly [Uint8Array | undefined, readonly string[]]> {
    const packed = takesPacked(request) ? await this.#packedOf(file) : undefined;
    const body = packed ?? file.body;
    const length = ['content-length', String(body?.length ?? file.size)];
    return [body, packed === undefined ? length : [...length, 'content-encoding', 'gzip']];
  }

  async send(request: IncomingMessage, response: ServerResponse, file: CopiedFile, status: number): Promise<void> {
    const always = [...this.#headersOf(file), ...(AWAY[status] ?? [])];
    if (status === 200 && isKnown(request, file.etag)) {
      response.writeHead(304, always).end();
      return;
    }
    const [body, ofContent] = await this.#content(request, file);
    const headers = [...always, ...ofContent];
    if (request.method === 'HEAD') response.writeHead(status, headers).end();
    else if (body !== undefined) response.writeHead(status, headers).end(body);
    else await pipeline(await file.stream(), response.writeHead(status, headers));
  }
}

/** Whether nothing is wrong but that whoever asked has gone. */
const hasGone = (error: unknown): boolean =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes((error as { code?: string }).code ?? '');

/**
 * Answers with the files of a static copy and nothing else: neither database nor keys are needed. What only the program can
 * answer is said to be away (503).
 */
export function answerCopied(copy: GivenCopy): RequestListener {
  const sender = new Sender(copy);
  const empty = Object.entries({ ...headersOnAll(STYLES, copy.baseUrl), 'content-length': '0' }).flat();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', method = '' } = request;
    if (url === '/en') {
      response.writeHead(308, [...empty, 'location', '/en/']).end();
      return;
    }
    const isQuestion = QUESTION.test(url);
    if (!isQuestion && method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, [...empty, 'allow', 'GET, HEAD']).end();
      return;
    }
    const file = isQuestion ? undefined : await copy.find(url);
    if (file !== undefined) return sender.send(request, response, file, 200);
    const { status, address } = insteadOf(url);
    const instead = await copy.find(address);
    if (instead !== undefined) return sender.send(request, response, instead, status);
    response.writeHead(status, empty).end();
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!hasGone(error)) copy.report(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500, empty).end();
    });
  };
}
