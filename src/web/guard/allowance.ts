import type { Context } from 'hono';
import type { RateLimit, WebEnv, WebSetup } from '../web-setup.ts';
import { clientAddress, clientNetwork } from './client-address.ts';
import { TokenBuckets } from './token-buckets.ts';

/** What a client may still ask for: how many of how many at once, and the seconds to wait or until all are back. */
type Allowed = {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly left: number;
  readonly refillSeconds: number;
  /** 0 where it may go on. */
  readonly waitSeconds: number;
};

const API_LIMIT: RateLimit = { burst: 120, perSecond: 4 };

/** Counts what the clients of the API ask for, each network by itself. */
export function apiAllowance(
  setup: Pick<WebSetup, 'apiLimit' | 'monotonic' | 'trustedProxies'>,
): (c: Context, cost: number) => Allowed {
  const limit = setup.apiLimit ?? API_LIMIT;
  const buckets = new TokenBuckets(limit, setup.monotonic ?? (() => performance.now()));
  return (c, cost) => {
    const client = clientNetwork(clientAddress(c as Context<WebEnv>, setup.trustedProxies));
    const waitSeconds = buckets.take(client, Math.min(cost, limit.burst));
    const { tokens: left, refillSeconds } = buckets.left(client);
    const windowSeconds = Math.ceil(limit.burst / limit.perSecond);
    return { limit: limit.burst, windowSeconds, left, refillSeconds, waitSeconds };
  };
}
