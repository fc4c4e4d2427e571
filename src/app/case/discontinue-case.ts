import type { Actor } from '../../core/access/actor.ts';
import { actsForOperator } from '../../core/access/permissions.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE, type CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct } from './locked-case.ts';

/** Ends a case before its decision: at the applicant's wish, or by the operator when an answer or the fee is overdue. */
export function discontinueCase(
  deps: Deps,
  actor: Actor,
  input: { readonly id: CaseId; readonly reason: string },
): Promise<Result<CaseState, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<CaseState, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.discontinue', id: input.id });
    if (!locked.ok) return locked;
    const { row, role, today, record } = locked.value;
    const next = step(CASE_LIFECYCLE, row.state, 'case.discontinue', {
      ...NO_FACTS,
      reason: input.reason,
      byOperator: actsForOperator(role),
      isOverdue: row.due_on !== null && isBefore(row.due_on, today),
    });
    if (!next.ok) return next;
    await saveCase(tx, row.id, { state: next.value, due_on: null, ended_reason: input.reason });
    await record({ reason: input.reason });
    return ok(next.value);
  });
}
