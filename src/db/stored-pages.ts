import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { statement } from './statement.ts';
import type { StoredPagesTable } from './stored-page-tables.ts';
import type { Tx } from './transact.ts';

/** What is asked for, and the tag of what the asker has of it already. */
type Asked = Readonly<Pick<StoredPagesTable, 'number' | 'kind'>> & { readonly known: string };

/** An answer that is stored; without its body where the asker has it. */
export type StoredAnswer = {
  /** Which of those asked for, from 1. */
  readonly place: number;
  readonly etag: string;
  readonly modified: string | null;
  readonly body: Uint8Array | null;
};

type StoredRow = Omit<StoredAnswer, 'body'> & { readonly body: string | null };

type AskedValues = {
  readonly numbers: readonly string[];
  readonly kinds: readonly string[];
  readonly known: readonly string[];
  readonly edition: string;
  readonly day: string;
};

const byPlaces = statement((db, given: AskedValues) =>
  sql<StoredRow>`
    select asked.place::int, page.etag, page.modified, case when page.etag <> asked.known then page.body end as body
    from unnest(${given.numbers}::text[], ${given.kinds}::text[], ${given.known}::text[])
      with ordinality as asked (number, kind, known, place)
    join stored_pages page on page.number = asked.number and page.kind = asked.kind
    where page.edition = ${given.edition}::text and page.made_on <= ${given.day}::date
      and (page.holds_until is null or page.holds_until > ${given.day}::date)`.compile(db),
);

/** Those of the answers asked for that are stored and hold on a legal day (ISO 8601), in no order. */
export async function listStoredAnswers(
  db: Reader,
  { edition, day }: { readonly edition: string; readonly day: string },
  asked: readonly Asked[],
): Promise<readonly StoredAnswer[]> {
  const numbers = asked.map(({ number }) => number);
  const [kinds, known] = [asked.map(({ kind }) => kind), asked.map((one) => one.known)];
  const rows = await byPlaces(db, { numbers, kinds, known, edition, day });
  return rows.map((row) => ({ ...row, body: row.body === null ? null : Buffer.from(row.body, 'base64') }));
}

/** An answer, and what it was made from. */
export type MadeAnswer = Omit<StoredPagesTable, 'body'> & {
  readonly body: Uint8Array;
  /** The label's record as it is stored. */
  readonly record: string;
  /** The place of the newest entry about the label in the public log, if there is one. */
  readonly logPlace: number | null;
};

/**
 * Stores answers, each only if it was made from what is still so: nothing that appends to the public log is under way until
 * the transaction ends, so that nothing older than what was just published stays.
 */
export async function saveStoredPages(tx: Tx, made: readonly MadeAnswer[]): Promise<void> {
  await tx.selectFrom('public_log_head').select('only_row').forShare().execute();
  await sql`
    insert into stored_pages (number, kind, edition, made_on, holds_until, etag, modified, body)
    select made.number, made.kind, made.edition, made.made_on, made.holds_until, made.etag, made.modified, made.body
    from unnest(${made.map(({ number }) => number)}::text[], ${made.map(({ kind }) => kind)}::text[],
      ${made.map(({ edition }) => edition)}::text[], ${made.map((one) => one.made_on)}::date[],
      ${made.map((one) => one.holds_until)}::date[], ${made.map(({ etag }) => etag)}::text[],
      ${made.map(({ modified }) => modified)}::text[], ${made.map(({ body }) => Buffer.from(body).toString('base64'))}::text[],
      ${made.map(({ record }) => record)}::text[], ${made.map(({ logPlace }) => logPlace)}::bigint[])
      as made (number, kind, edition, made_on, holds_until, etag, modified, body, record, log_place)
    join labels on labels.number = made.number and labels.record = made.record and labels.published_at is not null
    where made.log_place is not distinct from (select max(index) from public_log where subject = made.number)
    on conflict (number, kind) do update set edition = excluded.edition, made_on = excluded.made_on,
      holds_until = excluded.holds_until, etag = excluded.etag, modified = excluded.modified, body = excluded.body`.execute(
    tx,
  );
}
