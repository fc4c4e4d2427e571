import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Histogram, type Registry } from 'prom-client';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { logSecurity } from './security-log.ts';

/** The pattern of the route that answered, never the address itself: that may hold what somebody searched for. */
export function routeOf(c: Context<WebEnv>): string {
  return matchedRoutes(c).find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))?.path ?? 'none';
}

/**
 * Names each request, writes one line about it and counts it: method, route pattern, status, milliseconds. No address, no
 * query, no client.
 */
export function requestLog({
  deps,
  log,
  metrics,
  monotonic,
}: WebSetup & { readonly metrics: Registry }): MiddlewareHandler<WebEnv> {
  const now = monotonic ?? (() => performance.now());
  const seconds = new Histogram({
    name: 'shirushi_http_request_seconds',
    help: 'Time to answer a request, by method, route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [metrics],
  });
  return async (c, next) => {
    const begun = now();
    const requestId = deps.ids.uuid();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('x-request-id', requestId);
    const ms = Math.round((now() - begun) * 10) / 10;
    const { status } = c.res;
    const method = /^[A-Z]{1,10}$/.test(c.req.method) ? c.req.method : 'other';
    const line = { requestId, method, route: routeOf(c), status, ms };
    log.info(line, 'answered');
    logSecurity(log, c, { requestId, method, route: line.route, status });
    seconds.observe({ method, route: line.route, status }, ms / 1000);
  };
}
