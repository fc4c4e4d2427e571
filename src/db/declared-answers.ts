import type { LabelId } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** Keeps what a label's declaration says of people. */
export async function insertDeclaredAnswers(tx: Tx, label: LabelId, answers: string): Promise<void> {
  await tx.insertInto('declared_answers').values({ label_id: label, answers }).execute();
}

const byNumber = statement((db, { number }: { readonly number: string }) =>
  db
    .selectFrom('declared_answers')
    .innerJoin('labels', 'labels.id', 'declared_answers.label_id')
    .select('answers')
    .where('labels.number', '=', number)
    .compile(),
);

/** What the declaration of a label says of people, as it is stored; undefined where it was taken away. */
export async function findDeclaredAnswers(db: Reader, number: string): Promise<string | undefined> {
  return (await byNumber(db, { number }))[0]?.answers;
}
