import type { Actor } from '../../core/access/actor.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { formItems } from '../../core/case/form-items.ts';
import { mergeChecks, type SentCheck } from '../../core/case/merge-checks.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listCheckedItems, saveCheckedItems } from '../../db/format-check-drafts.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { transact } from '../../db/transact.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { criteriaSetOf, lockForAct, personOf } from './locked-case.ts';

/** What an officer noted on the items of one submission; `sequence` is the submission the form showed. */
type CheckInProgress = { readonly id: CaseId; readonly sequence: number; readonly items: readonly SentCheck[] };

/**
 * Keeps what an officer has ticked and written so far. It is working state: the format check counts when the case is
 * accepted, returned or declined, and only then is anything recorded or told to the applicant (DOMAIN §5.7).
 */
export function keepCheck(
  deps: Deps,
  actor: Actor,
  { id, sequence, items }: CheckInProgress,
): Promise<Result<{ readonly kept: number }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ kept: number }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.keep-check', id });
    if (!locked.ok) return locked;
    const { row, scheme, now, today } = locked.value;
    const from = CASE_LIFECYCLE.transitions.find(({ action }) => action === 'case.return')?.from ?? [];
    if (!from.includes(row.state)) {
      return refused({ code: 'wrong_state', action: 'case.return', state: row.state, from });
    }
    const submission = await findLastSubmission(tx, row.id);
    if (submission?.sequence !== sequence) return refused({ code: 'submitted_again' });
    const application = fromStoredApplication(submission.application);
    const set = criteriaSetOf({ row, scheme, application, today });
    const known = set === undefined ? [] : formItems(set);
    const unknown = items.find(({ after }) => !known.includes(after.item));
    if (unknown !== undefined) return refused({ code: 'unknown_item', item: unknown.after.item });
    const stored = await listCheckedItems(tx, { id, sequence });
    const merged = mergeChecks(
      stored.map(({ item, is_ticked: isTicked, remark }) => ({ item, isTicked, remark })),
      items,
    );
    const lines = merged.map(({ item, isTicked, remark }) => ({ item, is_ticked: isTicked, remark }));
    if (lines.length > 0) {
      await saveCheckedItems(tx, { id, sequence }, { items: lines, by: personOf(actor).person, at: now });
    }
    return ok({ kept: lines.length });
  });
}
