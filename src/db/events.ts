import { sql, type Selectable } from 'kysely';
import type { Reader } from './database.ts';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import { enqueueing, jobsAfter, type FollowingJobName } from './queue.ts';
import type { EventsTable, JsonObject } from './schema.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** Who acted: a person, for which organisation, in which role, and for whom when under a mandate. */
export type EventActor = {
  readonly person?: PersonId | undefined;
  readonly organisation?: OrganisationId | undefined;
  readonly onBehalfOf?: OrganisationId | undefined;
  readonly role?: string | undefined;
};

/** One thing that was done, as case history and audit trail will show it. */
export type NewEvent = {
  readonly at: Temporal.Instant;
  readonly act: string;
  /** Undefined when the system acted by itself. */
  readonly actor: EventActor | undefined;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly reason?: string | undefined;
  readonly detail?: JsonObject | undefined;
};

/** An event as it is written; without an actor the system acted by itself, and the columns of the actor are empty. */
type EventRow = Omit<Selectable<EventsTable>, 'id' | 'detail'> & { readonly detail: string };

function eventRow({ at, act, actor = {}, subject, reason, detail }: NewEvent): EventRow {
  return {
    at,
    act,
    actor_person: actor.person ?? null,
    actor_organisation: actor.organisation ?? null,
    on_behalf_of: actor.onBehalfOf ?? null,
    actor_role: actor.role ?? null,
    subject_kind: subject.kind,
    subject_id: subject.id,
    reason: reason ?? null,
    detail: JSON.stringify(detail ?? {}),
  };
}

const insertionOf = (db: Reader, row: EventRow) =>
  db
    .insertInto('events')
    .values({
      at: row.at,
      act: row.act,
      actor_person: row.actor_person,
      actor_organisation: row.actor_organisation,
      on_behalf_of: row.on_behalf_of,
      actor_role: row.actor_role,
      subject_kind: row.subject_kind,
      subject_id: row.subject_id,
      reason: row.reason,
      detail: row.detail,
    })
    .returning('id');

const insertion = statement((db, row: EventRow) => insertionOf(db, row).compile());

const insertionWithJobs = statement((db, row: EventRow & { readonly jobs: readonly FollowingJobName[] }) =>
  sql<{ id: number }>`
    with event as (${insertionOf(db, row)}), job as (${enqueueing(row.jobs)})
    select id from event`.compile(db),
);

/**
 * Records what an act did and enqueues the jobs that follow it (queue.ts), both in the act's own transaction and in one
 * round trip, and answers with the event's id. Ids rise, with gaps.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<number> {
  const [row, jobs] = [eventRow(event), jobsAfter(event)];
  const [recorded] = await (jobs.length === 0 ? insertion(tx, row) : insertionWithJobs(tx, { ...row, jobs }));
  if (recorded === undefined) throw new Error('an event was not recorded');
  return recorded.id;
}
