import type { Reader } from './database.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** A note as the operator's staff read it. */
export type CaseNote = {
  readonly id: number;
  readonly author: string;
  readonly written_at: Temporal.Instant;
  readonly note: string;
};

/** Writes a note on a case; false when the same form has written it before. */
export async function insertCaseNote(
  tx: Tx,
  note: {
    readonly case_id: CaseId;
    readonly author: PersonId;
    readonly written_at: Temporal.Instant;
    readonly note: string;
    readonly sent_as: string;
  },
): Promise<boolean> {
  const row = await tx
    .insertInto('case_notes')
    .values(note)
    .onConflict((conflict) => conflict.column('sent_as').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The notes on a case, oldest first; at most 1,000. */
export async function listCaseNotes(db: Reader, id: CaseId): Promise<readonly CaseNote[]> {
  return db
    .selectFrom('case_notes')
    .innerJoin('people', 'people.id', 'case_notes.author')
    .select(['case_notes.id', 'people.name as author', 'written_at', 'note'])
    .where('case_id', '=', id)
    .orderBy('case_notes.id')
    .limit(1000)
    .execute();
}
