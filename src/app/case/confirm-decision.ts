import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { listFormatCheckers } from '../../db/format-checks.ts';
import { findDecision, saveDecisionConfirmed, type DecisionRow, type Settled } from '../../db/label-decisions.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { issueLabel, type IssuedLabel } from '../label/issue-label.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct, personOf, type LockedCase } from './locked-case.ts';
import { toProposal } from './propose-decision.ts';

/** What a confirmed decision led to. */
export type Decided =
  { readonly outcome: 'grant'; readonly label: IssuedLabel } | { readonly outcome: 'refuse'; readonly reason: string };

async function carryOut(
  deps: Deps,
  tx: Tx,
  locked: LockedCase,
  { decision, confirmed }: { readonly decision: DecisionRow; readonly confirmed: Settled },
): Promise<Result<Decided, CaseRefusal>> {
  const { row, record } = locked;
  if (decision.outcome === 'refuse') {
    const reason = decision.reason ?? '';
    await Promise.all([
      saveDecisionConfirmed(tx, decision.id, confirmed),
      saveCase(tx, row.id, { state: 'refused', due_on: null, ended_reason: reason }),
      record({ reason, detail: { outcome: 'refuse' } }),
    ]);
    return ok({ outcome: 'refuse', reason });
  }
  const [label] = await Promise.all([
    issueLabel(deps, tx, locked, decision.valid_until ?? undefined),
    saveDecisionConfirmed(tx, decision.id, confirmed),
    saveCase(tx, row.id, { state: 'granted', due_on: null }),
    record({ reason: decision.reason ?? undefined, detail: { outcome: 'grant', seal: decision.seal } }),
  ]);
  return label.ok ? ok({ outcome: 'grant', label: label.value }) : label;
}

/** The proposal the officer has read and means to confirm; `validUntil` is the earlier last day it sets, if it does. */
export type SeenProposal = { readonly id: number; readonly validUntil: Temporal.PlainDate | undefined };

function refusalOf(
  { id, outcome, valid_until }: DecisionRow,
  { seen, today }: { readonly seen: SeenProposal | undefined; readonly today: Temporal.PlainDate },
): CaseRefusal | undefined {
  const until = valid_until ?? undefined;
  const isAsSeen = seen === undefined || (seen.id === id && String(seen.validUntil) === String(until));
  if (!isAsSeen) return { code: 'proposal_differs', until };
  if (outcome === 'grant' && until !== undefined && isBefore(until, today))
    return { code: 'day_before_issue', day: until };
  return undefined;
}

/**
 * Confirms what another officer proposed, for grant and for refusal alike; the officer who made the format check may
 * not (DOMAIN §5.10). With `seen`, another proposal than the one seen is not confirmed. A grant gives the registration
 * number and, unless a later day was wished, publishes at once.
 */
export function confirmDecision(
  deps: Deps,
  actor: Actor,
  input: { readonly id: CaseId; readonly seen?: SeenProposal | undefined },
): Promise<Result<Decided, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<Decided, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.confirm-decision', id: input.id });
    if (!locked.ok) return locked;
    const { row, now, today } = locked.value;
    const [decision, formatCheckers, submission] = await Promise.all([
      findDecision(tx, row.id),
      listFormatCheckers(tx, row.id),
      findLastSubmission(tx, row.id),
    ]);
    const by = personOf(actor).person;
    const next = step(CASE_LIFECYCLE, row.state, 'case.confirm-decision', {
      ...NO_FACTS,
      proposal: toProposal(decision),
      confirmer: by,
      formatCheckers,
      currentSeal: submission?.seal,
    });
    if (!next.ok) return next;
    if (decision === undefined) throw new Error('a decision was confirmed that nobody proposed');
    const refusal = refusalOf(decision, { seen: input.seen, today });
    if (refusal !== undefined) return refused(refusal);
    return carryOut(deps, tx, locked.value, { decision, confirmed: { by, at: now } });
  });
}
