import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** How the jobs of one queue fare: waiting or running, failed for good, and done as far as they are kept. */
export type QueueHealth = {
  readonly name: string;
  readonly waiting: number;
  readonly failed: number;
  readonly done: number;
};

/** Every queue, by name. */
export async function listQueueHealth(db: Reader): Promise<readonly QueueHealth[]> {
  const { rows } = await sql<QueueHealth>`
    select queue.name,
      count(job.id) filter (where job.state in ('created', 'retry', 'active')) as waiting,
      count(job.id) filter (where job.state = 'failed') as failed,
      count(job.id) filter (where job.state = 'completed') as done
    from pgboss.queue
    left join pgboss.job on job.name = queue.name
    where queue.name not like '\\_\\_pgboss%'
    group by queue.name
    order by queue.name collate "C"`.execute(db);
  return rows;
}
