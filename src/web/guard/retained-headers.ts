import { RETAINED_304_HEADERS } from 'hono/etag';

/**
 * What an answer "not modified" keeps of the answer it stands for. A browser holds it against the rules of sharing like any
 * other, and what it says of policies replaces what is kept with the stored answer (RFC 9111, 4.3.4): a route's own words
 * must not give way to those of all pages.
 */
export const RETAINED_HEADERS: readonly string[] = [
  ...RETAINED_304_HEADERS,
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-security-policy',
  'cross-origin-resource-policy',
  'last-modified',
  'link',
  'ratelimit',
  'ratelimit-policy',
];
