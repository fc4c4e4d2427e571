import type { Role } from '../access/actor.ts';
import { actsForOperator, rolesFor, type Grant } from '../access/permissions.ts';
import { actionsFrom, step } from '../kernel/lifecycle.ts';
import type { UnmetRule } from '../kernel/rule.ts';
import type { CaseFacts } from './case-facts.ts';
import { CASE_LIFECYCLE, type CaseAction, type CaseState } from './case-lifecycle.ts';
import type { CaseRuleId } from './case-rules.ts';

/** An act a page offers in a state; one that is off says who may do it, or which rules do not hold. */
export type OfferedAct = {
  readonly action: CaseAction;
  readonly off?:
    | { readonly code: 'not_permitted'; readonly roles: readonly Grant['role'][] }
    | { readonly code: 'rules_unmet'; readonly unmet: readonly UnmetRule<CaseRuleId>[] };
};

/** What the form of an act itself will ask for: nobody is told beforehand that it is not filled in yet. */
const AS_IF_FILLED_IN = { reason: '-', outcome: 'grant' } as const;

function offer(action: CaseAction, state: CaseState, held: OfferFacts): OfferedAct | undefined {
  const facts: CaseFacts = { ...held.facts, ...AS_IF_FILLED_IN, byOperator: true, shortensValidity: false };
  const next = step(CASE_LIFECYCLE, state, action, facts);
  if (!next.ok && next.error.code === 'wrong_state') return undefined;
  const roles = rolesFor(action);
  if (!roles.some((role) => held.roles.some((mine) => mine === role))) {
    return { action, off: { code: 'not_permitted', roles: roles.filter(actsForOperator) } };
  }
  if (next.ok || next.error.code === 'wrong_state') return { action };
  return { action, off: { code: 'rules_unmet', unmet: next.error.unmet } };
}

/** What is known of a case and of whoever looks at it. */
type OfferFacts = { readonly facts: CaseFacts; readonly roles: readonly Role[] };

/**
 * The acts of the operator that start from a state, in the order of the lifecycle, each with the reason why somebody with
 * these roles cannot do it now, if so.
 */
export function offeredActs(state: CaseState, held: OfferFacts): readonly OfferedAct[] {
  return actionsFrom(CASE_LIFECYCLE, state)
    .filter((action) => rolesFor(action).some((role) => role !== 'system' && actsForOperator(role)))
    .flatMap((action) => offer(action, state, held) ?? []);
}
