import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE, type CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { findDecision, saveDecisionWithdrawn } from '../../db/label-decisions.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct, personOf } from './locked-case.ts';
import { toProposal } from './propose-decision.ts';

/** Takes a proposal back, or sends another officer's back with a reason; a new one may then be made. */
export function withdrawProposal(
  deps: Deps,
  actor: Actor,
  input: { readonly id: CaseId; readonly reason?: string | undefined },
): Promise<Result<CaseState, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<CaseState, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.withdraw-proposal', id: input.id });
    if (!locked.ok) return locked;
    const { row, now, record } = locked.value;
    const decision = await findDecision(tx, row.id);
    const by = personOf(actor).person;
    const facts = { ...NO_FACTS, proposal: toProposal(decision), confirmer: by, reason: input.reason };
    const next = step(CASE_LIFECYCLE, row.state, 'case.withdraw-proposal', facts);
    if (!next.ok || decision === undefined) return next;
    await saveDecisionWithdrawn(tx, decision.id, { by, at: now });
    await saveCase(tx, row.id, { state: next.value });
    await record({ reason: input.reason, detail: { outcome: decision.outcome } });
    return ok(next.value);
  });
}
