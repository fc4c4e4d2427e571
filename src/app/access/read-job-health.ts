import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listQueueHealth, type QueueHealth } from '../../db/job-health.ts';
import type { Deps } from '../ports.ts';

/** How the background jobs fare, queue by queue. */
export async function readJobHealth(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
): Promise<Result<readonly QueueHealth[], AccessRefusal>> {
  const allowed = authorize(actor, 'job.read-health', {});
  return allowed.ok ? ok(await listQueueHealth(deps.db.kysely)) : allowed;
}
