import type { Context } from 'hono';
import type { ErrorCode } from '../../formats/problem/error-codes.ts';
import type { WebEnv } from '../web-setup.ts';

/** Most characters of an address: a search of 200 Japanese characters is 1,800 when encoded. */
const ADDRESS_LIMIT = 4000;

/** Most characters of all header fields together; the server in front of the program has a limit of its own. */
const HEADERS_LIMIT = 16_000;

function headersLength(headers: Headers): number {
  return [...headers].reduce((length, [name, value]) => length + name.length + value.length, 0);
}

function isBroken(path: string): boolean {
  try {
    return decodeURIComponent(path).includes('\u0000');
  } catch {
    return true;
  }
}

/** Why a request is not looked at any further, if it is not. */
export function refusalOf(c: Context<WebEnv>): ErrorCode | undefined {
  const { method, url, raw } = c.req;
  if (url.length > ADDRESS_LIMIT) return 'address_too_long';
  if (headersLength(raw.headers) > HEADERS_LIMIT) return 'headers_too_large';
  if (isBroken(new URL(url).pathname)) return 'malformed_request';
  const hasBody = Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding') !== undefined;
  return hasBody && (method === 'GET' || method === 'HEAD') ? 'body_not_taken' : undefined;
}
