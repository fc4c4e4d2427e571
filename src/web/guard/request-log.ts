import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Histogram, type Registry } from 'prom-client';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { logSecurity } from './security-log.ts';

/** The pattern of the route that answered, never the address itself: that may hold what somebody searched for. */
export function routeOf(c: Context<WebEnv>): string {
  return matchedRoutes(c).find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))?.path ?? 'none';
}

/** What is told of an answered request: no address, no query, no client. */
type AnsweredLine = {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
};

/** Milliseconds since a moment of the same clock, to a tenth. */
export function elapsed(since: number, now: number): number {
  return Math.round((now - since) * 10) / 10;
}

/** Writes a line about each answered request, and counts it in the registry. */
export function answeredLog({
  log,
  metrics,
}: Pick<WebSetup, 'log'> & { readonly metrics: Registry }): (line: AnsweredLine) => void {
  const name = 'shirushi_http_request_seconds';
  const known = metrics.getSingleMetric(name) as Histogram<'method' | 'route' | 'status'> | undefined;
  const seconds =
    known ??
    new Histogram({
      name,
      help: 'Time to answer a request, by method, route pattern and status.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [metrics],
    });
  return (line) => {
    log.info(line, 'answered');
    seconds.observe({ method: line.method, route: line.route, status: line.status }, line.ms / 1000);
  };
}

/**
 * Names each request, writes one line about it and counts it: method, route pattern, status, milliseconds. No address, no
 * query, no client.
 */
export function requestLog(setup: WebSetup & { readonly metrics: Registry }): MiddlewareHandler<WebEnv> {
  const { deps, log, monotonic } = setup;
  const now = monotonic ?? (() => performance.now());
  const answered = answeredLog(setup);
  return async (c, next) => {
    const begun = now();
    const requestId = deps.ids.uuid();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('x-request-id', requestId);
    const { status } = c.res;
    const method = /^[A-Z]{1,10}$/.test(c.req.method) ? c.req.method : 'other';
    const line = { requestId, method, route: routeOf(c), status };
    answered({ ...line, ms: elapsed(begun, now()) });
    logSecurity(log, c, line);
  };
}
