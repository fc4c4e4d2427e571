import type { Reader } from './database.ts';
import type { Fee } from '../core/fees/fee.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { FeesTable } from './case-tables.ts';
import type { Tx } from './transact.ts';

/** Charges a case its fee, with the rule that gave it. */
export async function insertFee(
  tx: Tx,
  id: CaseId,
  charged: { readonly fee: Fee; readonly on: Temporal.PlainDate; readonly dueOn: Temporal.PlainDate },
): Promise<void> {
  await tx
    .insertInto('fees')
    .values({ case_id: id, ...charged.fee, charged_on: charged.on, due_on: charged.dueOn })
    .execute();
}

/** Records that the fee of a case was paid. */
export async function saveFeePaid(
  tx: Tx,
  id: CaseId,
  paid: { readonly on: Temporal.PlainDate; readonly recordedBy: PersonId },
): Promise<void> {
  await tx
    .updateTable('fees')
    .set({ paid_on: paid.on, recorded_by: paid.recordedBy })
    .where('case_id', '=', id)
    .execute();
}

/** The fee of a case, if it was charged one. */
export async function findFee(db: Reader, id: CaseId): Promise<FeesTable | undefined> {
  return db.selectFrom('fees').selectAll().where('case_id', '=', id).executeTakeFirst();
}
