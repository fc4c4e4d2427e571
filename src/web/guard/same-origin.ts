import type { Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** The origin a browser on this machine reached us under, whatever port we listen on; undefined from elsewhere. */
function loopbackOrigin(c: Context<WebEnv>): string | undefined {
  const url = new URL(c.req.url);
  return LOOPBACK.test(url.hostname) ? url.origin : undefined;
}

/** The origin our pages have for whoever asks: the configured one, or the one on this machine. */
export function ownOrigin(c: Context<WebEnv>, baseUrl: string): string {
  return loopbackOrigin(c) ?? new URL(baseUrl).origin;
}

/**
 * Whether a request that changes something comes from one of our own pages (ASVS 5.0, 3.5.1). Browsers say where a request
 * comes from by `Origin` and `Sec-Fetch-Site`: at least one must be there, and none may say anything else.
 */
export function isSameOrigin(c: Context<WebEnv>, baseUrl: string): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (origin === undefined && site === undefined) return false;
  const isOurs = origin === undefined || origin === ownOrigin(c, baseUrl) || origin === new URL(baseUrl).origin;
  return isOurs && (site === undefined || site === 'same-origin');
}
