import type { Actor } from '../../core/access/actor.ts';
import { insertFormatCheck, type FormatCheckOutcome, type ReturnedItemRow } from '../../db/format-checks.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import type { Tx } from '../../db/transact.ts';
import { personOf, type LockedCase } from './locked-case.ts';

/** What an officer found: accepted, returned for some items, or declined for a reason. */
type FormatCheck = {
  readonly outcome: FormatCheckOutcome;
  readonly reason?: string | undefined;
  readonly returned?: readonly ReturnedItemRow[] | undefined;
};

/**
 * Records the format check of a case's latest submission, one for each, and answers with the submission's place. Throws
 * when there is none: the lifecycle lets nobody look at what was never submitted.
 */
export async function recordFormatCheck(
  tx: Tx,
  { row, now }: Pick<LockedCase, 'row' | 'now'>,
  actor: Actor,
  { outcome, reason, returned = [] }: FormatCheck,
): Promise<number> {
  const submission = await findLastSubmission(tx, row.id);
  if (submission === undefined) throw new Error(`case ${row.id} had a format check without a submission`);
  const { sequence } = submission;
  const officer = personOf(actor).person;
  await insertFormatCheck(tx, { caseId: row.id, sequence, officer, at: now, outcome, reason, returned });
  return sequence;
}
