import type { Context, MiddlewareHandler } from 'hono';
import type { WebEnv } from '../web-setup.ts';

const READS = ['GET', 'HEAD'];

/**
 * Answers a read that takes too long, as when the database server hangs and says nothing, and leaves what it waits for to
 * itself. What changes something is waited for: whoever sent it must learn what became of it.
 */
export function answerInTime(
  milliseconds: number,
  late: (c: Context<WebEnv>) => Promise<Response>,
): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (!READS.includes(c.req.method)) return next();
    const limit = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => limit.resolve('late'), milliseconds);
    const outcome = await Promise.race([next(), limit.promise]).finally(() => clearTimeout(timer));
    return outcome === 'late' ? late(c) : undefined;
  };
}
