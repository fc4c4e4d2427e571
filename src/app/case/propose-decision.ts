import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import type { DecisionOutcome, DecisionProposal } from '../../core/decision/label-decision.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { findDecision, insertDecision, type DecisionRow } from '../../db/label-decisions.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct, personOf } from './locked-case.ts';

/** What an officer proposes; an earlier last day than the term gives needs a reason. */
export type Proposal = {
  readonly id: CaseId;
  readonly outcome: DecisionOutcome;
  readonly reason?: string | undefined;
  readonly validUntil?: Temporal.PlainDate | undefined;
};

/** A stored proposal in the core's words. */
export function toProposal(row: DecisionRow | undefined): DecisionProposal | undefined {
  if (row === undefined) return undefined;
  return { outcome: row.outcome, by: row.proposed_by, reason: row.reason ?? undefined, seal: row.seal };
}

/** Proposes to grant or refuse the label, sealed to what is submitted now; a second officer has to confirm. */
export function proposeDecision(
  deps: Deps,
  actor: Actor,
  input: Proposal,
): Promise<Result<{ readonly outcome: DecisionOutcome }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ outcome: DecisionOutcome }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.propose-decision', id: input.id });
    if (!locked.ok) return locked;
    const { row, now, today, record } = locked.value;
    const { outcome, reason, validUntil } = input;
    const [open, submission] = await Promise.all([findDecision(tx, row.id), findLastSubmission(tx, row.id)]);
    const next = step(CASE_LIFECYCLE, row.state, 'case.propose-decision', {
      ...NO_FACTS,
      outcome,
      reason,
      shortensValidity: validUntil !== undefined,
      proposal: toProposal(open),
    });
    if (!next.ok) return next;
    if (validUntil !== undefined && isBefore(validUntil, today)) {
      return refused({ code: 'day_before_issue', day: validUntil });
    }
    if (submission === undefined) throw new Error(`case ${row.id} awaits a decision without a submission`);
    const { seal } = submission;
    await Promise.all([
      insertDecision(tx, {
        case_id: row.id,
        outcome,
        reason: reason ?? null,
        valid_until: validUntil ?? null,
        seal,
        proposed_by: personOf(actor).person,
        proposed_at: now,
      }),
      saveCase(tx, row.id, { state: next.value }),
      record({ reason, detail: { outcome, seal, validUntil: validUntil?.toString() } }),
    ]);
    return ok({ outcome });
  });
}
