import { sql } from 'kysely';
import type { SessionEnd, SignInMeans, SignInMethod } from '../core/access/session.ts';
import type { OrganisationId, PersonId, SessionId, Sha256 } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A session as it is begun. */
type NewSession = {
  readonly id: SessionId;
  readonly tokenSha256: Sha256;
  readonly person: PersonId;
  readonly organisation: OrganisationId | undefined;
  readonly method: SignInMethod;
  readonly at: Temporal.Instant;
  readonly freshAt: Temporal.Instant | undefined;
  readonly userAgent: string;
};

/** A session with whose it is. */
export type SessionRow = {
  readonly id: SessionId;
  readonly person: PersonId;
  readonly personName: string;
  readonly mail: string;
  readonly organisation: OrganisationId | undefined;
  readonly method: SignInMethod;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly freshAt: Temporal.Instant | undefined;
  readonly endedAt: Temporal.Instant | undefined;
  readonly userAgent: string;
  /** What the person can sign in with again. */
  readonly means: SignInMeans;
};

/** Begins a session. */
export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  const { id, person, method, at } = session;
  await tx
    .insertInto('sessions')
    .values({
      id,
      token_sha256: session.tokenSha256,
      person,
      organisation: session.organisation ?? null,
      method,
      started_at: at,
      seen_at: at,
      fresh_at: session.freshAt ?? null,
      user_agent: session.userAgent,
    })
    .execute();
}

const selectSessions = (db: Reader) =>
  db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person')
    .select([
      'sessions.id',
      'sessions.person',
      'people.name as personName',
      'people.mail',
      'sessions.organisation',
      'sessions.method',
      'sessions.started_at',
      'sessions.seen_at',
      'sessions.fresh_at',
      'sessions.ended_at',
      'sessions.user_agent',
      sql<number>`(select count(*) from passkeys where passkeys.person = sessions.person)`.as('passkeys'),
      sql<number>`(select count(*) from recovery_codes as codes
        where codes.person = sessions.person and codes.used_at is null)`.as('recoveryCodes'),
    ]);

type Selected = Awaited<ReturnType<ReturnType<typeof selectSessions>['executeTakeFirstOrThrow']>>;

function toSessionRow(row: Selected): SessionRow {
  return {
    id: row.id,
    person: row.person,
    personName: row.personName,
    mail: row.mail,
    organisation: row.organisation ?? undefined,
    method: row.method,
    startedAt: row.started_at,
    seenAt: row.seen_at,
    freshAt: row.fresh_at ?? undefined,
    endedAt: row.ended_at ?? undefined,
    userAgent: row.user_agent,
    means: { passkeys: row.passkeys, recoveryCodes: row.recoveryCodes },
  };
}

const byToken = statement((db, { tokenSha256 }: { readonly tokenSha256: Sha256 }) =>
  selectSessions(db).where('token_sha256', '=', tokenSha256).compile(),
);

/** The session with this token, ended or not. */
export async function findSessionByToken(db: Reader, tokenSha256: Sha256): Promise<SessionRow | undefined> {
  const [row] = await byToken(db, { tokenSha256 });
  return row === undefined ? undefined : toSessionRow(row);
}

/** Locks a session and says whose it is and whether it was ended. */
export async function lockSession(
  tx: Tx,
  id: SessionId,
): Promise<{ readonly person: PersonId; readonly isEnded: boolean } | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .select(['person', 'ended_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { person: row.person, isEnded: row.ended_at !== null };
}

/** The sessions of a person that nobody ended, the newest first; their limits are for the core to say. At most 200. */
export async function listOpenSessions(db: Reader, person: PersonId): Promise<readonly SessionRow[]> {
  const rows = await selectSessions(db)
    .where('sessions.person', '=', person)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .orderBy('sessions.id')
    .limit(200)
    .execute();
  return rows.map(toSessionRow);
}

/** Records that a session is in use; one that was ended meanwhile stays as it is, and time never runs back. */
export async function saveSessionSeen(tx: Tx, id: SessionId, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ seen_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('seen_at', '<', at)
    .execute();
}

/** Records whom a person acts for from now on in this session. */
export async function saveSessionOrganisation(tx: Tx, id: SessionId, organisation: OrganisationId): Promise<void> {
  await tx.updateTable('sessions').set({ organisation }).where('id', '=', id).execute();
}

/** Records a fresh proof that it is still the same person, and the token that goes with it; the old one opens nothing. */
export async function saveSessionProof(
  tx: Tx,
  id: SessionId,
  proof: { readonly tokenSha256: Sha256; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('sessions')
    .set({ token_sha256: proof.tokenSha256, fresh_at: proof.at })
    .where('id', '=', id)
    .execute();
}

/** Ends a session at once. */
export async function saveSessionEnded(
  tx: Tx,
  id: SessionId,
  end: { readonly at: Temporal.Instant; readonly by: SessionEnd },
): Promise<void> {
  await tx.updateTable('sessions').set({ ended_at: end.at, ended_by: end.by }).where('id', '=', id).execute();
}

/** Ends every open session of a person, save one; answers which. */
export async function endSessionsOf(
  tx: Tx,
  person: PersonId,
  end: { readonly at: Temporal.Instant; readonly by: SessionEnd; readonly except?: SessionId | undefined },
): Promise<readonly SessionId[]> {
  const open = tx
    .updateTable('sessions')
    .set({ ended_at: end.at, ended_by: end.by })
    .where('person', '=', person)
    .where('ended_at', 'is', null);
  const chosen = end.except === undefined ? open : open.where('id', '!=', end.except);
  return (await chosen.returning('id').execute()).map(({ id }) => id);
}
