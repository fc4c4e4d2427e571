import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { PersonId } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** A form by the key it carries and who sent it. */
export type SentForm = { readonly person: PersonId; readonly key: string };

/**
 * Records that somebody sends a form, and answers whether it is the first time. What they sent before `forgotten` is
 * forgotten.
 */
export async function insertSentForm(
  tx: Tx,
  { person, key }: SentForm,
  times: { readonly at: Temporal.Instant; readonly forgotten: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    with old as (delete from sent_forms where person = ${person}::uuid and sent_at < ${times.forgotten}::timestamptz)
    insert into sent_forms (person, key, sent_at) values (${person}::uuid, ${key}::uuid, ${times.at}::timestamptz)
    on conflict do nothing returning key`.execute(tx);
  return rows.length === 1;
}

/** The page a form led to; null while its act is not done, undefined when it was not sent. */
export async function findSentForm(db: Reader, { person, key }: SentForm): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('sent_forms')
    .select('led_to')
    .where('person', '=', person)
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.led_to;
}

/** Records the page a form led to; the first record stays. */
export async function saveSentForm(tx: Tx, { person, key }: SentForm, ledTo: string): Promise<void> {
  await tx
    .updateTable('sent_forms')
    .set({ led_to: ledTo })
    .where('person', '=', person)
    .where('key', '=', key)
    .where('led_to', 'is', null)
    .execute();
}

/** Forgets a form whose act was refused: it may be sent again once that is mended. */
export async function deleteSentForm(tx: Tx, { person, key }: SentForm): Promise<void> {
  await tx.deleteFrom('sent_forms').where('person', '=', person).where('key', '=', key).execute();
}
