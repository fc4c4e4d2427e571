import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** How a queue of jobs stands. Times are the database's. */
export type QueueHealth = {
  readonly name: string;
  readonly waiting: number;
  readonly active: number;
  readonly failed: number;
  readonly done: number;
  /** When the job that has waited longest could have begun. */
  readonly waiting_since: Temporal.Instant | null;
  readonly last_done: Temporal.Instant | null;
};

/** Every queue of jobs with how much waits, runs, has failed and is done, as far as finished jobs are still kept. */
export async function listQueueHealth(db: Reader): Promise<readonly QueueHealth[]> {
  const { rows } = await sql<QueueHealth>`
    select queue.name, count(job.id) filter (where job.state in ('created', 'retry')) as waiting,
      count(job.id) filter (where job.state = 'active') as active,
      count(job.id) filter (where job.state = 'failed') as failed,
      count(job.id) filter (where job.state = 'completed') as done,
      min(job.start_after) filter (where job.state in ('created', 'retry')) as waiting_since,
      max(job.completed_on) filter (where job.state = 'completed') as last_done
    from pgboss.queue
    left join pgboss.job on job.name = queue.name
    where queue.name not like '\\_\\_%'
    group by queue.name order by queue.name`.execute(db);
  return rows;
}

/** A job that failed for good. */
export type FailedJob = {
  readonly id: string;
  readonly name: string;
  readonly completed_on: Temporal.Instant | null;
  /** What it said, as far as it said something. */
  readonly message: string | null;
};

/** The jobs that failed last; at most 50. */
export async function listFailedJobs(db: Reader): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id, name, completed_on, left(coalesce(output ->> 'message', output::text), 500) as message
    from pgboss.job where state = 'failed' order by completed_on desc nulls last, id limit 50`.execute(db);
  return rows;
}
