import type { Reader } from './database.ts';
import type { Fee } from '../core/fees/fee.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { FeesTable } from './case-tables.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

type ChargedFee = Pick<FeesTable, 'case_id' | 'charged_on' | 'due_on'> & Fee;

const charge = statement((db, row: ChargedFee) =>
  db
    .insertInto('fees')
    .values({
      case_id: row.case_id,
      rule: row.rule,
      amount: row.amount,
      tax: row.tax,
      currency: row.currency,
      charged_on: row.charged_on,
      due_on: row.due_on,
    })
    .compile(),
);

/** Charges a case its fee, with the rule that gave it. */
export async function insertFee(
  tx: Tx,
  id: CaseId,
  charged: { readonly fee: Fee; readonly on: Temporal.PlainDate; readonly dueOn: Temporal.PlainDate },
): Promise<void> {
  await charge(tx, { ...charged.fee, case_id: id, charged_on: charged.on, due_on: charged.dueOn });
}

type Payment = { readonly id: CaseId; readonly on: Temporal.PlainDate; readonly recordedBy: PersonId };

const payment = statement((db, { id, on, recordedBy }: Payment) =>
  db.updateTable('fees').set({ paid_on: on, recorded_by: recordedBy }).where('case_id', '=', id).compile(),
);

/** Records that the fee of a case was paid. */
export async function saveFeePaid(tx: Tx, id: CaseId, paid: Omit<Payment, 'id'>): Promise<void> {
  await payment(tx, { ...paid, id });
}

const ofCase = statement((db, { id }: { readonly id: CaseId }) =>
  db.selectFrom('fees').selectAll().where('case_id', '=', id).compile(),
);

/** The fee of a case, if it was charged one. */
export async function findFee(db: Reader, id: CaseId): Promise<FeesTable | undefined> {
  return (await ofCase(db, { id }))[0];
}
