import type { CaseId } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { JsonObject } from './schema.ts';
import { statement } from './statement.ts';

/** An event as a history shows it, with the names of who acted. */
export type EventRow = {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly act: string;
  readonly person: string | null;
  readonly organisation: string | null;
  /** For whom, under a mandate. */
  readonly behalf: string | null;
  readonly role: string | null;
  readonly reason: string | null;
  readonly detail: JsonObject;
};

type Subject = { readonly kind: string; readonly id: string };

const ofSubject = statement((db, subject: Subject) =>
  db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actor_person')
    .leftJoin('organisations', 'organisations.id', 'events.actor_organisation')
    .leftJoin('organisations as behalf', 'behalf.id', 'events.on_behalf_of')
    .select([
      'events.id',
      'events.at',
      'events.act',
      'people.name as person',
      'organisations.name as organisation',
      'behalf.name as behalf',
      'events.actor_role as role',
      'events.reason',
      'events.detail',
    ])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('events.id')
    .limit(1000)
    .compile(),
);

/** The events of one subject, oldest first; at most 1,000. */
export async function listEvents(db: Reader, { kind, id }: Subject): Promise<readonly EventRow[]> {
  return ofSubject(db, { kind, id });
}

const firstOfSubject = statement((db, subject: Subject) =>
  db
    .selectFrom('events')
    .select('at')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('id')
    .limit(1)
    .compile(),
);

/** When something first happened to a subject; undefined where nothing did. */
export async function findFirstMoment(db: Reader, { kind, id }: Subject): Promise<Temporal.Instant | undefined> {
  return (await firstOfSubject(db, { kind, id }))[0]?.at;
}

/** What one event says was done, and to what. */
export type EventFacts = {
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly reason: string | null;
  readonly detail: JsonObject;
};

/** One event by its id. */
export async function findEvent(db: Reader, id: number): Promise<EventFacts | undefined> {
  return db
    .selectFrom('events')
    .select(['act', 'subject_kind', 'subject_id', 'reason', 'detail'])
    .where('id', '=', id)
    .executeTakeFirst();
}

const lastOfSubject = statement((db, subject: Subject) =>
  db
    .selectFrom('events')
    .select('at')
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('id', 'desc')
    .limit(1)
    .compile(),
);

/** When something last happened to a subject; undefined where nothing did. */
export async function findLastMoment(db: Reader, { kind, id }: Subject): Promise<Temporal.Instant | undefined> {
  return (await lastOfSubject(db, { kind, id }))[0]?.at;
}

const firstEdit = statement((db, { id }: { readonly id: CaseId }) =>
  db
    .selectFrom('events')
    .select('detail')
    .where('subject_kind', '=', 'case')
    .where('subject_id', '=', id)
    .where('act', '=', 'case.edit')
    .orderBy('id')
    .limit(1)
    .compile(),
);

/** The detail of the event by which a case took over the answers and files of another, if it did when it was begun. */
export async function findTakeover(db: Reader, id: CaseId): Promise<JsonObject | undefined> {
  const [row] = await firstEdit(db, { id });
  return row?.detail['carriedFrom'] === undefined ? undefined : row.detail;
}
