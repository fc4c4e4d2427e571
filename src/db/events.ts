import { sql, type Insertable } from 'kysely';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import { enqueueing, jobsAfter } from './queue.ts';
import type { EventsTable, JsonObject } from './schema.ts';
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

/** Without an actor the system acted by itself, and all columns are empty. */
const actorColumns = (actor: EventActor = {}) => ({
  actor_person: actor.person ?? null,
  actor_organisation: actor.organisation ?? null,
  on_behalf_of: actor.onBehalfOf ?? null,
  actor_role: actor.role ?? null,
});

function eventRow({ at, act, actor, subject, reason, detail }: NewEvent): Insertable<EventsTable> {
  return {
    at,
    act,
    ...actorColumns(actor),
    subject_kind: subject.kind,
    subject_id: subject.id,
    reason: reason ?? null,
    detail: JSON.stringify(detail ?? {}),
  };
}

/**
 * Records what an act did and enqueues the jobs that follow it (queue.ts), both in the act's own transaction and in one
 * round trip, and answers with the event's id. Ids rise, with gaps.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<number> {
  const insert = tx.insertInto('events').values(eventRow(event)).returning('id');
  const jobs = jobsAfter(event.act);
  if (jobs.length === 0) return (await insert.executeTakeFirstOrThrow()).id;
  const { rows } = await sql<{ id: number }>`
    with event as (${insert}), job as (${enqueueing(jobs)})
    select id from event`.execute(tx);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('an event was not recorded');
  return id;
}
