import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** What is noted about one item of a submission so far. */
export type CheckedItemRow = { readonly item: string; readonly is_ticked: boolean; readonly remark: string };

/** A submission whose format check is under way. */
type CheckedSubmission = { readonly id: CaseId; readonly sequence: number };

/** What is noted about the items of a submission so far, by item. */
export async function listCheckedItems(
  db: Reader,
  { id, sequence }: CheckedSubmission,
): Promise<readonly CheckedItemRow[]> {
  return db
    .selectFrom('format_check_drafts')
    .select(['item', 'is_ticked', 'remark'])
    .where('case_id', '=', id)
    .where('sequence', '=', sequence)
    .orderBy('item')
    .execute();
}

/** Notes items of a submission, each in place of what was noted about it before. */
export async function saveCheckedItems(
  tx: Tx,
  { id, sequence }: CheckedSubmission,
  saved: {
    readonly items: readonly CheckedItemRow[];
    readonly by: PersonId;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { items, by, at } = saved;
  const ticks = items.map(({ is_ticked }) => is_ticked);
  const remarks = items.map(({ remark }) => remark);
  await sql`
    insert into format_check_drafts (case_id, sequence, item, is_ticked, remark, saved_by, saved_at)
    select ${id}::uuid, ${sequence}::int, line.item, line.is_ticked, line.remark, ${by}::uuid, ${at}::timestamptz
    from unnest(${items.map(({ item }) => item)}::text[], ${ticks}::boolean[], ${remarks}::text[])
      as line (item, is_ticked, remark)
    on conflict (case_id, sequence, item) do update
      set is_ticked = excluded.is_ticked, remark = excluded.remark, saved_by = excluded.saved_by,
        saved_at = excluded.saved_at`.execute(tx);
}
