import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listFailedJobs, listQueueHealth, type FailedJob, type QueueHealth } from '../../db/job-health.ts';
import type { Deps } from '../ports.ts';

/** How the work in the background stands. */
export type Health = { readonly queues: readonly QueueHealth[]; readonly failed: readonly FailedJob[] };

/** How the jobs stand, mail among them: what waits and for how long, and what has failed for good. */
export async function readHealth(deps: Pick<Deps, 'db'>, actor: Actor): Promise<Result<Health, AccessRefusal>> {
  const allowed = authorize(actor, 'health.read', {});
  if (!allowed.ok) return allowed;
  return ok({ queues: await listQueueHealth(deps.db.kysely), failed: await listFailedJobs(deps.db.kysely) });
}
