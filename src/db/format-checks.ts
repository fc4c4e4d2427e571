import type { Reader } from './database.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { FormatChecksTable } from './case-tables.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** How a format check ended. */
export type FormatCheckOutcome = FormatChecksTable['outcome'];

/** An item returned to the applicant, with the officer's words. */
export type ReturnedItemRow = { readonly item: string; readonly remark: string };

const insertion = statement((db, row: FormatChecksTable) =>
  db
    .insertInto('format_checks')
    .values({
      case_id: row.case_id,
      sequence: row.sequence,
      officer: row.officer,
      made_at: row.made_at,
      outcome: row.outcome,
      reason: row.reason,
    })
    .compile(),
);

/** Records the format check of a submission and the items it returned. */
export async function insertFormatCheck(
  tx: Tx,
  made: {
    readonly caseId: CaseId;
    readonly sequence: number;
    readonly officer: PersonId;
    readonly at: Temporal.Instant;
    readonly outcome: FormatCheckOutcome;
    readonly reason: string | undefined;
    readonly returned: readonly ReturnedItemRow[];
  },
): Promise<void> {
  const { caseId, sequence } = made;
  await insertion(tx, {
    case_id: caseId,
    sequence,
    officer: made.officer,
    made_at: made.at,
    outcome: made.outcome,
    reason: made.reason ?? null,
  });
  if (made.returned.length === 0) return;
  await tx
    .insertInto('format_check_findings')
    .values(made.returned.map(({ item, remark }) => ({ case_id: caseId, sequence, item, remark })))
    .execute();
}

const returnedItems = statement((db, { id }: { readonly id: CaseId }) =>
  db
    .selectFrom('format_check_findings')
    .select(['item', 'remark'])
    .where('case_id', '=', id)
    .where('sequence', '=', (eb) =>
      eb
        .selectFrom('format_checks')
        .select((inner) => inner.fn.max('format_checks.sequence').as('latest'))
        .where('format_checks.case_id', '=', id),
    )
    .orderBy('item')
    .compile(),
);

/** The items the latest format check of a case returned, by item. */
export async function listReturnedItems(db: Reader, id: CaseId): Promise<readonly ReturnedItemRow[]> {
  return returnedItems(db, { id });
}

const checkers = statement((db, { id }: { readonly id: CaseId }) =>
  db.selectFrom('format_checks').select('officer').distinct().where('case_id', '=', id).orderBy('officer').compile(),
);

/** The officers who made a format check of a case, whatever its outcome, each once. */
export async function listFormatCheckers(db: Reader, id: CaseId): Promise<readonly PersonId[]> {
  const rows = await checkers(db, { id });
  return rows.map((row) => row.officer);
}
