import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { terminalStates } from '../kernel/lifecycle.ts';
import { CASE_LIFECYCLE } from './case-lifecycle.ts';
import { OPEN_STATES, statesOfTurn, statesToWorkOn } from './whose-turn.ts';

test('a case is nobody’s turn exactly when nothing leads out of its state (DOMAIN §5, states)', () => {
  equal(statesOfTurn('nobody'), terminalStates(CASE_LIFECYCLE));
});

test('the operator’s turn is the format check, the review and the decision; drafts are not yet filed', () => {
  equal(statesOfTurn('operator'), ['submitted', 'in_review', 'awaiting_decision']);
  equal(OPEN_STATES, ['submitted', 'returned', 'accepted', 'in_review', 'more_asked', 'awaiting_decision']);
});

test('label officers work on format checks and decisions, reviewers and deciders on reviews (DOMAIN §5.7, §5.9, §5.10)', () => {
  equal(statesToWorkOn(['label-officer']), ['submitted', 'awaiting_decision']);
  equal(statesToWorkOn(['reviewer']), ['in_review']);
  equal(statesToWorkOn(['decider']), ['in_review']);
  equal(statesToWorkOn(['scheme-officer', 'administrator', 'vendor-signatory']), []);
});
