import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { Role } from '../access/actor.ts';
import type { PersonId, Sha256 } from '../kernel/ids.ts';
import { NO_FACTS, type CaseFacts } from './case-facts.ts';
import { CASE_STATES, type CaseState } from './case-lifecycle.ts';
import { offeredActs } from './offered-acts.ts';

const [A, B] = ['a' as PersonId, 'b' as PersonId];
const SEAL = 'seal' as Sha256;

function offered(state: CaseState, facts: Partial<CaseFacts> = {}, roles: readonly Role[] = ['label-officer']) {
  return offeredActs(state, { facts: { ...NO_FACTS, ...facts }, roles }).map(({ action, off }) => {
    if (off === undefined) return action;
    return `${action} off: ${off.code === 'not_permitted' ? off.roles.join() : off.unmet.map(({ rule }) => rule).join()}`;
  });
}

test('a label officer is offered, in each state, the acts of the lifecycle that are the office’s', () => {
  equal(Object.fromEntries(CASE_STATES.map((state) => [state, offered(state)])), {
    draft: [],
    submitted: ['case.return off: some_item_is_returned', 'case.decline', 'case.accept'],
    returned: ['case.discontinue off: clock_has_run_out'],
    accepted: ['case.record-payment', 'case.discontinue off: clock_has_run_out'],
    in_review: ['case.ask-more off: reviewer', 'case.certify off: decider'],
    more_asked: ['case.discontinue off: clock_has_run_out'],
    awaiting_decision: [
      'case.propose-decision',
      'case.withdraw-proposal off: decision_is_proposed',
      'case.confirm-decision off: decision_is_proposed',
    ],
    granted: [],
    refused: [],
    not_accepted: [],
    discontinued: [],
  });
});

test('a case is returned once an item has a remark (DOMAIN §5.7)', () => {
  equal(offered('submitted', { itemsReturned: 1 }), ['case.return', 'case.decline', 'case.accept']);
});

test('an overdue answer or fee lets the operator end the case (DOMAIN §5, states)', () => {
  equal(offered('accepted', { isOverdue: true }), ['case.record-payment', 'case.discontinue']);
});

test('a proposal can be confirmed by another than its proposer and the officer who made the format check (DOMAIN §5.10)', () => {
  const proposal = { outcome: 'grant', by: A, reason: undefined, seal: SEAL } as const;
  const asOf = (confirmer: PersonId, formatCheckers: readonly PersonId[], currentSeal = SEAL) =>
    offered('awaiting_decision', { proposal, confirmer, formatCheckers, currentSeal });
  const fixed = ['case.propose-decision off: no_decision_is_proposed', 'case.withdraw-proposal'];
  equal(asOf(A, []), [...fixed, 'case.confirm-decision off: confirmer_is_another']);
  equal(asOf(B, [B]), [...fixed, 'case.confirm-decision off: confirmer_did_not_make_format_check']);
  equal(asOf(B, [A]), [...fixed, 'case.confirm-decision']);
  equal(asOf(B, [A], 'other' as Sha256), [...fixed, 'case.confirm-decision off: nothing_changed_since_proposal']);
});

test('staff of another function see the acts with whose they are', () => {
  equal(offered('submitted', {}, ['reviewer']), [
    'case.return off: label-officer',
    'case.decline off: label-officer',
    'case.accept off: label-officer',
  ]);
});
