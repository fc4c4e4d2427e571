import type { Reader } from './database.ts';
import type { CaseId } from '../core/kernel/ids.ts';
import type { FormatChecksTable, LabelDecisionsTable } from './case-tables.ts';
import type { CaseFileRow } from './cases.ts';

/** A format check with who made it. */
type RecordedCheck = Pick<FormatChecksTable, 'sequence' | 'made_at' | 'outcome' | 'reason'> & {
  readonly officer: string;
};

/** Every format check of a case, the first one first. */
export async function listFormatChecks(db: Reader, id: CaseId): Promise<readonly RecordedCheck[]> {
  return db
    .selectFrom('format_checks')
    .innerJoin('people', 'people.id', 'format_checks.officer')
    .select(['sequence', 'made_at', 'outcome', 'reason', 'people.name as officer'])
    .where('case_id', '=', id)
    .orderBy('sequence')
    .execute();
}

/** Every remark of every format check of a case, by submission and item. */
export async function listAllRemarks(
  db: Reader,
  id: CaseId,
): Promise<readonly { readonly sequence: number; readonly item: string; readonly remark: string }[]> {
  return db
    .selectFrom('format_check_findings')
    .select(['sequence', 'item', 'remark'])
    .where('case_id', '=', id)
    .orderBy('sequence')
    .orderBy('item')
    .execute();
}

/** A proposal with what became of it, and by whom. */
type RecordedDecision = Pick<LabelDecisionsTable, 'outcome' | 'reason' | 'valid_until' | 'seal' | 'proposed_at'> & {
  readonly proposed_by: string;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: Temporal.Instant | null;
  readonly confirmed_by: string | null;
  readonly confirmed_at: Temporal.Instant | null;
};

/** Every proposal of a case, withdrawn ones too, the first one first. */
export async function listDecisions(db: Reader, id: CaseId): Promise<readonly RecordedDecision[]> {
  return db
    .selectFrom('label_decisions')
    .innerJoin('people as proposer', 'proposer.id', 'label_decisions.proposed_by')
    .leftJoin('people as withdrawer', 'withdrawer.id', 'label_decisions.withdrawn_by')
    .leftJoin('people as confirmer', 'confirmer.id', 'label_decisions.confirmed_by')
    .select([
      'outcome',
      'reason',
      'valid_until',
      'seal',
      'proposed_at',
      'proposer.name as proposed_by',
      'withdrawer.name as withdrawn_by',
      'withdrawn_at',
      'confirmer.name as confirmed_by',
      'confirmed_at',
    ])
    .where('case_id', '=', id)
    .orderBy('label_decisions.id')
    .execute();
}

/** The files of every submission of a case, by submission and name. */
export async function listAllFiles(
  db: Reader,
  id: CaseId,
): Promise<readonly (CaseFileRow & { readonly sequence: number })[]> {
  return db
    .selectFrom('submission_files')
    .select(['sequence', 'name', 'sha256', 'size'])
    .where('case_id', '=', id)
    .orderBy('sequence')
    .orderBy('name')
    .execute();
}
