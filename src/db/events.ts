import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { JsonObject } from './schema.ts';
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

/** Records what an act did, in the act's own transaction, and answers with the event's id. Ids rise, with gaps. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<number> {
  const row = await tx
    .insertInto('events')
    .values({
      at: event.at,
      act: event.act,
      ...actorColumns(event.actor),
      subject_kind: event.subject.kind,
      subject_id: event.subject.id,
      reason: event.reason ?? null,
      detail: JSON.stringify(event.detail ?? {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
