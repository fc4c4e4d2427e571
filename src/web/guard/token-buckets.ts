import type { RateLimit } from '../web-setup.ts';

type Bucket = { tokens: number; at: number };

/**
 * Lets each key do something so often: a burst at once, then at a steady rate. Kept in memory, for the last `most` keys
 * seen; who is forgotten starts with a full bucket. It protects one process and decides nothing that must be exact.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #limit: RateLimit;
  readonly #monotonic: () => number;
  readonly #most: number;

  constructor(limit: RateLimit, monotonic: () => number, most = 10_000) {
    this.#limit = limit;
    this.#monotonic = monotonic;
    this.#most = most;
  }

  /**
   * Takes a token, or as many as something costs; the answer is 0, or how many whole seconds to wait until they are
   * there.
   */
  take(key: string, cost = 1): number {
    const { burst, perSecond } = this.#limit;
    const now = this.#monotonic();
    const before = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
    const isThere = tokens >= cost;
    this.#remember(key, { tokens: isThere ? tokens - cost : tokens, at: now });
    return isThere ? 0 : Math.ceil((cost - tokens) / perSecond);
  }

  /** How many whole tokens a key has left, and in how many seconds all are back. */
  left(key: string): { readonly tokens: number; readonly refillSeconds: number } {
    const { burst, perSecond } = this.#limit;
    const now = this.#monotonic();
    const before = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
    return { tokens: Math.floor(tokens), refillSeconds: Math.ceil((burst - tokens) / perSecond) };
  }

  #remember(key: string, bucket: Bucket): void {
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size <= this.#most) return;
    const oldest = this.#buckets.keys().next();
    if (oldest.done !== true) this.#buckets.delete(oldest.value);
  }
}
