import { CASE_STATES, type CaseState } from './case-lifecycle.ts';

/** Whose turn it is to go on with a case. */
export type Turn = 'applicant' | 'operator' | 'nobody';

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
