import type { Role } from '../access/actor.ts';
import { actsForOperator, rolesFor } from '../access/permissions.ts';
import { actionsFrom } from '../kernel/lifecycle.ts';
import { CASE_LIFECYCLE, CASE_STATES, type CaseState } from './case-lifecycle.ts';

/** Whose turn it is to go on with a case. */
type Turn = 'applicant' | 'operator' | 'nobody';

/** Whose turn it is in each state (DOMAIN §5, states): a case that has come to its end is nobody's. */
export const TURNS: Readonly<Record<CaseState, Turn>> = {
  draft: 'applicant',
  submitted: 'operator',
  returned: 'applicant',
  accepted: 'applicant',
  in_review: 'operator',
  more_asked: 'applicant',
  awaiting_decision: 'operator',
  granted: 'nobody',
  refused: 'nobody',
  not_accepted: 'nobody',
  discontinued: 'nobody',
};

/** The states in which it is somebody's turn, in the order of the lifecycle. */
export function statesOfTurn(turn: Turn): readonly CaseState[] {
  return CASE_STATES.filter((state) => TURNS[state] === turn);
}

/** The states of cases that were filed and have not come to an end: what an officers' queue holds. */
export const OPEN_STATES: readonly CaseState[] = CASE_STATES.filter(
  (state) => state !== 'draft' && TURNS[state] !== 'nobody',
);

/**
 * The states in which somebody with these roles can take a case a step further: it is the operator's turn, and one of the
 * acts that lead on is theirs. Ending a case because a clock has run out is nobody's daily work.
 */
export function statesToWorkOn(roles: readonly Role[]): readonly CaseState[] {
  const staff = roles.filter(actsForOperator);
  return statesOfTurn('operator').filter((state) =>
    actionsFrom(CASE_LIFECYCLE, state).some(
      (action) => action !== 'case.discontinue' && rolesFor(action).some((role) => staff.some((held) => held === role)),
    ),
  );
}
