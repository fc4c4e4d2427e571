import { lookup } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';
import type { HookAnswer, HookCall, HookCaller, HookRefusal } from '../app/ports.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** Milliseconds a webhook is waited for, from the look-up of its name to the end of its answer. */
const PATIENCE = 10_000;

/** Bytes of an answer that are read: nothing in it is used but a challenge sent back. */
const MOST_BYTES = 4_096;

/** Finds the addresses of a name; replaced in tests. */
type Resolve = (hostname: string) => Promise<readonly string[]>;

/** What else may be reached, and how names are looked up. */
type HookSettings = {
  /** Plain HTTP on this machine, for the demonstration: nothing else is reached unprotected. */
  readonly allowsLoopback?: boolean;
  readonly resolve?: Resolve;
  /** Certificates that are believed besides those of the system; for tests. */
  readonly ca?: string;
  readonly patience?: number;
};

const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map(({ address }) => address);

/**
 * The one address to connect to: every address a name has must be allowed, because whoever answers for the name says which
 * comes first. Undefined when one is not, or there is none.
 */
async function pinnedAddress(
  url: URL,
  { allowsLoopback = false, resolve = resolveBySystem }: HookSettings,
): Promise<string | undefined> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  const isAllowed = (address: string): boolean =>
    (url.protocol === 'https:' && isPublicAddress(address)) || (allowsLoopback && isLoopbackAddress(address));
  return addresses.every(isAllowed) ? addresses[0] : undefined;
}

type Sending = {
  readonly url: URL;
  readonly pinned: string;
  readonly call: HookCall;
  readonly signal: AbortSignal;
  readonly ca: string | undefined;
};

/** Connects to the address that was looked at and to no other, under the name of the URL; follows nowhere. */
function send({ url, pinned, call, signal, ca }: Sending): Promise<HookAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<HookAnswer>();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const options: RequestOptions = {
    method: 'POST',
    host: pinned,
    port: url.port === '' ? undefined : Number(url.port),
    path: url.pathname + url.search,
    servername: isIP(host) === 0 ? host : '',
    agent: false,
    signal,
    headers: {
      ...call.headers,
      host: url.host,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(call.body),
      'user-agent': 'shirushi-webhook/1',
      connection: 'close',
    },
    ...(ca === undefined ? {} : { ca }),
  };
  const request = url.protocol === 'https:' ? requestSecure(options) : requestPlain(options);
  request.on('error', reject);
  request.on('response', (answer) => {
    let read = Buffer.alloc(0);
    const end = (): void => {
      resolve({ status: answer.statusCode ?? 0, text: read.subarray(0, MOST_BYTES).toString() });
      request.destroy();
    };
    answer.on('data', (part: Buffer) => {
      read = Buffer.concat([read, part]);
      if (read.length > MOST_BYTES) end();
    });
    answer.on('end', end);
    answer.on('error', reject);
  });
  request.end(call.body);
  return promise;
}

function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  signal.addEventListener('abort', () => late.reject(new Error('too slow')), { once: true });
  return Promise.race([work, late.promise]);
}

async function post(settings: HookSettings, call: HookCall): Promise<Result<HookAnswer, HookRefusal>> {
  const url = URL.parse(call.address);
  if (url === null || url.username !== '' || url.password !== '') return refused({ code: 'hook_not_public' });
  const signal = AbortSignal.timeout(settings.patience ?? PATIENCE);
  try {
    const pinned = await withinTime(pinnedAddress(url, settings), signal);
    if (pinned === undefined) return refused({ code: 'hook_not_public' });
    const answer = await withinTime(send({ url, pinned, call, signal, ca: settings.ca }), signal);
    const { status } = answer;
    return status >= 200 && status < 300 ? ok(answer) : refused({ code: 'hook_refused', status });
  } catch {
    return refused({ code: 'hook_away' });
  }
}

/**
 * Takes messages to webhooks, addresses that strangers typed: over https to public addresses only. A name is looked up once,
 * every address it has is looked at, and the connection goes to the one that was looked at, so that an answer that changes
 * between the two leads nowhere else. Redirects are not followed, and little of an answer is read.
 */
export function hookCaller(settings: HookSettings = {}): HookCaller {
  return { post: (call) => post(settings, call) };
}
