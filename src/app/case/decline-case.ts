import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE, type CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct } from './locked-case.ts';
import { recordFormatCheck } from './record-format-check.ts';

/** Ends a submitted case because the format check fails for good, with the reasons (`not_accepted`). */
export function declineCase(
  deps: Deps,
  actor: Actor,
  input: { readonly id: CaseId; readonly reason: string },
): Promise<Result<CaseState, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<CaseState, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.decline', id: input.id });
    if (!locked.ok) return locked;
    const { row, record } = locked.value;
    const next = step(CASE_LIFECYCLE, row.state, 'case.decline', { ...NO_FACTS, reason: input.reason });
    if (!next.ok) return next;
    await recordFormatCheck(tx, locked.value, actor, { outcome: 'declined', reason: input.reason });
    await saveCase(tx, row.id, { state: next.value, due_on: null, ended_reason: input.reason });
    await record({ reason: input.reason });
    return ok(next.value);
  });
}
