import { sql } from 'kysely';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A fact that becomes public: its entry is the canonical text whose hash the transparency log proves. */
export type PublicFact = {
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly subject: string;
  readonly entry: string;
};

const appending = statement((db, { at, kind, subject, entry }: PublicFact) =>
  sql<{ index: number }>`
    with head as (update public_log_head set size = size + 1 returning size - 1 as index)
    insert into public_log (index, at, kind, subject, entry)
    select index, ${at}::timestamptz, ${kind}::text, ${subject}::text, ${entry}::text from head
    returning index`.compile(db),
);

/**
 * Appends a fact to the public log and answers with its index, counted from 0 without gaps. It locks the log's head row
 * until the transaction ends, so it must be the last lock an act takes.
 */
export async function appendPublicFact(tx: Tx, fact: PublicFact): Promise<number> {
  const index = (await appending(tx, fact))[0]?.index;
  if (index === undefined) throw new Error('the public log has lost its head row');
  return index;
}
