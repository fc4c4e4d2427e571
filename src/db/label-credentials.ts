import { sql, type RawBuilder } from 'kysely';
import type { LabelCredentialsTable } from './credential-tables.ts';
import type { Reader } from './database.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** The kind of entry that makes a label public. */
const PUBLICATION = 'label-published';

/** A published label as its credential is made from it, with the entries of the public log it stands on. */
export type CredentialSource = {
  readonly entry: number;
  /** The first entry that made the label public: its place in the status lists. */
  readonly published: number;
  readonly number: string;
  readonly record: string;
  /** The entry itself, as it is logged. */
  readonly logged: string;
};

type Wanted = {
  readonly issuer: string;
  /** The entry behind which to go on; -1 from the first. */
  readonly after: number;
  readonly limit: number;
};

const sources = (db: Reader, wanted: RawBuilder<unknown>, { after, limit }: Wanted) =>
  sql<CredentialSource>`
    select log.index as entry, log.entry as logged, label.number, label.record,
      (select min(first.index) from public_log first
        where first.subject = log.subject and first.kind = ${PUBLICATION}) as published
    from public_log log join labels label on label.number = log.subject
    where log.kind = ${PUBLICATION} and log.index > ${after} and ${wanted}
    order by log.index limit ${limit}`.execute(db);

const isGap = (issuer: string): RawBuilder<unknown> =>
  sql`log.index in (select entry from credential_gaps where issuer = ${issuer})`;

/**
 * Published labels behind the last one that has a credential of this issuer, in the order of publication: credentials are
 * made in that order, so what comes before has one or is a known gap.
 */
export async function listNewSources(db: Reader, wanted: Wanted): Promise<readonly CredentialSource[]> {
  const last = sql`coalesce((select max(entry) from label_credentials where issuer = ${wanted.issuer}), -1)`;
  return (await sources(db, sql`log.index > ${last} and not (${isGap(wanted.issuer)})`, wanted)).rows;
}

/** Published labels that got no credential of this issuer before. */
export async function listSkippedSources(db: Reader, wanted: Wanted): Promise<readonly CredentialSource[]> {
  return (await sources(db, isGap(wanted.issuer), wanted)).rows;
}

/** Remembers labels that got no credential now, and forgets those that did. */
export async function saveGaps(
  tx: Tx,
  issuer: string,
  { left, filled }: { readonly left: readonly number[]; readonly filled: readonly number[] },
): Promise<void> {
  if (filled.length > 0) {
    await tx
      .deleteFrom('credential_gaps')
      .where('issuer', '=', issuer)
      .where('entry', '=', sql<number>`any(${filled}::bigint[])`)
      .execute();
  }
  if (left.length > 0) {
    await tx
      .insertInto('credential_gaps')
      .values(left.map((entry) => ({ entry, issuer })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Published labels whose every credential of this issuer was signed with a key that was revoked since. */
export async function listDisbelievedSources(db: Reader, wanted: Wanted): Promise<readonly CredentialSource[]> {
  const { issuer } = wanted;
  const disbelieved = sql`log.index in (
    select signed.entry from issuer_keys key join label_credentials signed using (public_key)
    where key.revoked_at is not null and signed.issuer = ${issuer} and not exists (
      select from label_credentials other join issuer_keys good using (public_key)
      where other.entry = signed.entry and other.issuer = ${issuer} and good.revoked_at is null))`;
  return (await sources(db, disbelieved, wanted)).rows;
}

/** Keeps credentials that were just signed. */
export async function insertCredentials(tx: Tx, made: readonly LabelCredentialsTable[]): Promise<void> {
  await tx
    .insertInto('label_credentials')
    .values([...made])
    .execute();
}

// The entries first, as an array: a planner that has not counted the tables yet would walk through all credentials.
const newest = statement((db, { number, issuer }: { readonly number: string; readonly issuer: string }) =>
  sql<{ credential: string }>`
    select made.credential from label_credentials made join issuer_keys key using (public_key)
    where made.entry = any(array(select index from public_log where subject = ${number}))
      and made.issuer = ${issuer} and key.revoked_at is null
    order by made.entry desc, made.made_at desc limit 1`.compile(db),
);

/** The newest credential of a label by this issuer whose key is still believed. */
export async function findCredential(
  db: Reader,
  wanted: { readonly number: string; readonly issuer: string },
): Promise<string | undefined> {
  return (await newest(db, wanted))[0]?.credential;
}

/** What a label is besides its dates. */
export type LabelStatus = { readonly isRevoked: boolean; readonly isSuspended: boolean };

/** The kind of entry that says whether a label is revoked or suspended. */
const STATUS = 'label-status';

/** What such an entry is about: not the label's number, under which its publication is proven. */
export const statusSubject = (number: string): string => `status:${number}`;

/**
 * The labels in a stretch of the public log that are or were revoked or suspended, in their order there: what the newest
 * entry about each says, of those a checkpoint covers.
 */
export async function listLabelStatuses(
  db: Reader,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly (LabelStatus & { readonly entry: number; readonly changedAt: Temporal.Instant })[]> {
  const { rows } = await sql<LabelStatus & { readonly entry: number; readonly changedAt: Temporal.Instant }>`
    select published.index as entry, (said.entry::jsonb ->> 'isRevoked')::boolean as "isRevoked",
      (said.entry::jsonb ->> 'isSuspended')::boolean as "isSuspended", said.at as "changedAt"
    from (
      select distinct on (subject) subject, entry, at from public_log
      where kind = ${STATUS} and index < (select size from public_log_head)
      order by subject, index desc
    ) said
    cross join lateral (
      select min(log.index) as index from public_log log
      where log.kind = ${PUBLICATION} and log.subject = said.entry::jsonb ->> 'number'
    ) published
    where published.index >= ${from} and published.index < ${to}
    order by published.index`.execute(db);
  return rows;
}
