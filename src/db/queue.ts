import { sql, type RawBuilder } from 'kysely';
import type { ActId } from '../core/access/permissions.ts';
import type { JsonObject } from './schema.ts';

/** A job that follows an act, by the name of its queue (migrations/0004-jobs.sql and later). */
export type EventJobName = 'verify-receipt' | 'mail-event' | 'scan-files' | 'tell-publication';

/** A job that runs by the clock as well, and once more when somebody asks for it. */
type AskedJobName = 'send-waiting-mails' | 'send-notices';

/** Any job that can follow an act. */
export type FollowingJobName = EventJobName | AskedJobName;

/** What follows each act: the jobs enqueued with its event, in the act's own transaction. */
const EVENT_JOBS: Partial<Readonly<Record<ActId, readonly FollowingJobName[]>>> = {
  'case.submit': ['verify-receipt', 'mail-event'],
  'case.return': ['mail-event'],
  'case.decline': ['mail-event'],
  'case.accept': ['mail-event'],
  'case.record-payment': ['mail-event'],
  'case.request-provisional': ['mail-event'],
  'case.confirm-decision': ['mail-event'],
  'case.discontinue': ['mail-event'],
  'person.invite': ['mail-event'],
  'mandate.give': ['mail-event'],
  'mandate.revoke': ['mail-event'],
  'mandate.file-letter': ['mail-event'],
  'mandate.confirm-letter': ['mail-event'],
  'mandate.refuse-letter': ['mail-event'],
  'mail.ask-to-send': ['send-waiting-mails'],
  'label.publish': ['tell-publication'],
  'subscription.ask': ['send-notices'],
};

function bringsFiles({ attached }: JsonObject): boolean {
  return Array.isArray(attached) && attached.length > 0;
}

/** What an event says was done. */
type Followed = { readonly act: string; readonly detail?: JsonObject | undefined };

/** The jobs that follow an act; none for acts the table does not name. Files that an act attached are scanned. */
export function jobsAfter({ act, detail = {} }: Followed): readonly FollowingJobName[] {
  const named = Object.hasOwn(EVENT_JOBS, act) ? (EVENT_JOBS[act as ActId] ?? []) : [];
  return bringsFiles(detail) ? [...named, 'scan-files'] : named;
}

/**
 * The part of a statement that enqueues jobs for the row of its part `event (id)`. It writes the row pg-boss itself would
 * write for `{ event }` with the settings of the job's queue (a test compares the two), but needs no pg-boss at hand and no
 * round trip of its own. The times are the database's, because pg-boss compares them with the database's. A job without a
 * queue fails the act; one that waits already in a queue that takes it only once is not enqueued again.
 */
export function enqueueing(jobs: readonly FollowingJobName[]): RawBuilder<unknown> {
  return sql`
    insert into pgboss.job (name, data, created_on, start_after, keep_until, policy, expire_seconds, deletion_seconds,
      retry_limit, retry_delay, retry_backoff, retry_delay_max, dead_letter, heartbeat_seconds)
    select job.name, jsonb_build_object('event', event.id), at.now, at.now, at.now + queue.retention_seconds * interval '1 s',
      queue.policy, queue.expire_seconds, queue.deletion_seconds, queue.retry_limit, queue.retry_delay,
      queue.retry_backoff, queue.retry_delay_max, queue.dead_letter, queue.heartbeat_seconds
    from event
    cross join (select pgboss.job_now() as now) at
    cross join unnest(${jobs}::text[]) as job (name)
    left join pgboss.queue on queue.name = job.name
    on conflict do nothing`;
}
