import type { Context, MiddlewareHandler } from 'hono';
import { answerError, viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { RateLimit, WebEnv, WebSetup } from '../web-setup.ts';
import { clientAddress, clientNetwork } from './client-address.ts';
import { TokenBuckets } from './token-buckets.ts';

/** Refuses networks that ask for something more often than a limit allows, and says when to come again. */
export function limitNetwork(setup: WebSetup, site: Site, limit: RateLimit): MiddlewareHandler<WebEnv> {
  const buckets = new TokenBuckets(limit, setup.monotonic ?? (() => performance.now()));
  return async (c: Context<WebEnv>, next) => {
    const wait = buckets.take(clientNetwork(clientAddress(c, setup.trustedProxies)));
    if (wait === 0) return next();
    c.header('retry-after', String(wait));
    return answerError(c, viewFor(c, site), { code: 'too_many_requests', params: { seconds: wait } });
  };
}
