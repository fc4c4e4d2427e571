import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { ApiEnv, ApiRoute, ApiSetup } from './api-route.ts';
import { absenceRoute } from './absence-route.ts';
import { catalogRoute } from './catalog-route.ts';
import { credentialRoute } from './credential-route.ts';
import { dumpRoutes } from './dump-routes.ts';
import { labelRoute } from './label-route.ts';
import { labelsRoute } from './labels-route.ts';
import { lookupRoute } from './lookup-route.ts';
import { openapiRoute } from './openapi-route.ts';
import { answerProblem } from './problem.ts';
import { snapshotRoutes } from './snapshot-routes.ts';

/** Where the API is. */
export const API_ROOT = '/api/v1';

/** Every route of the API; what is not here does not answer. */
export const API_ROUTES: readonly ApiRoute[] = [
  labelsRoute,
  labelRoute,
  credentialRoute,
  lookupRoute,
  ...dumpRoutes,
  ...snapshotRoutes,
  absenceRoute,
  catalogRoute,
  openapiRoute(() => API_ROUTES),
];

const SHARED = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST'],
  allowHeaders: ['content-type', 'if-none-match'],
  exposeHeaders: ['etag', 'link', 'ratelimit', 'ratelimit-policy', 'retry-after', 'x-request-id'],
  maxAge: 86_400,
});

/** Any site may read it; whether an answer still holds is asked each time, because the calendar may have changed it. */
const open: MiddlewareHandler<ApiEnv> = async (c, next) => {
  c.header('cross-origin-resource-policy', 'cross-origin');
  c.header('cache-control', 'no-cache');
  return SHARED(c, next);
};

/** Tells what is left of the client's allowance, and refuses who has none left. */
function counted({ allowance }: ApiSetup, { cost }: ApiRoute): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { limit, windowSeconds, left, refillSeconds, waitSeconds } = allowance(c, cost);
    c.header('ratelimit-policy', `"default";q=${String(limit)};w=${String(windowSeconds)}`);
    c.header('ratelimit', `"default";r=${String(left)};t=${String(refillSeconds)}`);
    if (waitSeconds === 0) return next();
    c.header('retry-after', String(waitSeconds));
    return answerProblem(c, 'too_many_requests');
  };
}

/** The query as the route reads it, or the name of the parameter that cannot be read: wrong, unknown or said twice. */
function readQuery(
  c: Context<ApiEnv>,
  { query }: ApiRoute,
): { readonly read: Readonly<Record<string, unknown>> } | { readonly wrong: string } {
  const written = Object.entries(c.req.queries());
  const twice = written.find(([, values]) => values.length > 1);
  if (twice !== undefined) return { wrong: twice[0] };
  const parsed = query.safeParse(Object.fromEntries(written.map(([name, [value]]) => [name, value])));
  if (parsed.success) return { read: parsed.data };
  const [issue] = parsed.error.issues;
  const name = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0];
  return { wrong: String(name).slice(0, 100) };
}

/** The API; mounted beside the pages, whose guards stand before it. */
export function apiRoutes(setup: ApiSetup): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.use(`${API_ROOT}/*`, open);
  for (const route of API_ROUTES) {
    const path = API_ROOT + route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(route.method.toUpperCase(), path, counted(setup, route), async (c) => {
      const query = readQuery(c, route);
      if ('wrong' in query) return answerProblem(c, 'malformed_request', { parameter: query.wrong });
      return route.respond(c, setup, query.read);
    });
  }
  return app;
}
