import { confirmDecision, type Decided } from '../app/case/confirm-decision.ts';
import { findCase } from '../app/case/find-case.ts';
import { proposeDecision, type Proposal } from '../app/case/propose-decision.ts';
import type { CaseRefusal } from '../app/case/case-refusal.ts';
import type { DecisionOutcome } from '../core/decision/label-decision.ts';
import { ok, type Result } from '../core/kernel/result.ts';
import type { PersonContext } from './command.ts';
import { say } from './say.ts';

/** What giving the same command led to: a proposal the first time, the decision when another officer gives it. */
type DecisionStep =
  { readonly step: 'proposed'; readonly outcome: DecisionOutcome } | ({ readonly step: 'decided' } & Decided);

/**
 * Proposes a decision, or confirms the same one proposed by somebody else. Whoever repeats their own proposal is told
 * that another person must confirm.
 */
export async function decideCase(context: PersonContext, wanted: Proposal): Promise<Result<DecisionStep, CaseRefusal>> {
  const { deps, actor } = context;
  const shown = await findCase(deps, actor, wanted.id);
  if (!shown.ok) return shown;
  const { decision } = shown.value;
  if (decision?.outcome === wanted.outcome) {
    const seen = { id: decision.id, validUntil: wanted.validUntil };
    const decided = await confirmDecision(deps, actor, { id: wanted.id, seen });
    return decided.ok ? ok({ step: 'decided', ...decided.value }) : decided;
  }
  const proposed = await proposeDecision(deps, actor, wanted);
  return proposed.ok ? ok({ step: 'proposed', outcome: proposed.value.outcome }) : proposed;
}

/** How a step of a decision is printed. */
export function decisionLines(context: PersonContext, done: DecisionStep): readonly string[] {
  if (done.step === 'proposed') {
    return [say(context, 'cli.case.proposal-made', { outcome: say(context, `cli.case.outcome.${done.outcome}`) })];
  }
  if (done.outcome === 'refuse') return [say(context, 'cli.case.refused', { reason: done.reason })];
  const { number, isPublished, publishOn } = done.label;
  const address = `${context.deps.baseUrl}/labels/${number}`;
  return [
    say(context, 'cli.case.granted', { number }),
    isPublished
      ? say(context, 'cli.case.published', { address })
      : say(context, 'cli.case.to-be-published', { day: publishOn }),
  ];
}
