import type { MiddlewareHandler } from 'hono';
import type { Styles } from '../styles.ts';
import type { WebEnv } from '../web-setup.ts';
import { contentPolicy } from './content-policy.ts';

/** Seconds of a year: browsers keep to https that long, for every name below ours too (RFC 6797; ASVS 5.0, 3.4.1). */
const YEAR_S = 31_536_000;

/**
 * What every answer says a browser may do with it: our one style sheet, pictures of our own, forms to ourselves and
 * nothing else. `same-origin` for the referrer keeps the Origin header of our own forms.
 */
export function headersOnAll(styles: Pick<Styles, 'source'>, baseUrl: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(styles),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(baseUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${YEAR_S}; includeSubDomains` } : {}),
  };
}

/** Says on every answer what stands in `headersOnAll`, where the answer does not say otherwise itself. */
export function securityHeaders(styles: Styles, baseUrl: string): MiddlewareHandler<WebEnv> {
  const headers = Object.entries(headersOnAll(styles, baseUrl));
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
