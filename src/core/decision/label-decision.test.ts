import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { PersonId, Sha256 } from '../kernel/ids.ts';
import { unmetRules } from '../kernel/rule.ts';
import {
  confirmerDidNotMakeFormatCheck,
  confirmerIsAnother,
  decisionIsProposed,
  nothingChangedSinceProposal,
  refusalHasReason,
  shorteningHasReason,
  type ConfirmationFacts,
} from './label-decision.ts';

const [PROPOSER, CHECKER, OTHER] = ['proposer', 'checker', 'other'] as unknown as readonly [
  PersonId,
  PersonId,
  PersonId,
];
const SEAL = 'a'.repeat(64) as Sha256;

const RULES = [decisionIsProposed, confirmerIsAnother, confirmerDidNotMakeFormatCheck, nothingChangedSinceProposal];
const FACTS: ConfirmationFacts = {
  proposal: { outcome: 'grant', by: PROPOSER, reason: undefined, seal: SEAL },
  confirmer: OTHER,
  formatCheckers: [CHECKER],
  currentSeal: SEAL,
};
const unmet = (change: Partial<ConfirmationFacts>): readonly string[] =>
  unmetRules(RULES, { ...FACTS, ...change }).map(({ rule }) => rule);

test('another officer confirms what was proposed, unchanged (DOMAIN §5.10)', () => {
  equal(unmet({}), []);
});

test('nobody confirms what nobody proposed', () => {
  equal(unmet({ proposal: undefined }), ['decision_is_proposed']);
});

test('whoever proposed does not confirm, nor anybody unknown (OWASP ASVS 5.0.0, 2.3.5)', () => {
  equal(unmet({ confirmer: PROPOSER }), ['confirmer_is_another']);
  equal(unmet({ confirmer: undefined }), ['confirmer_is_another']);
});

test('no officer who made a format check of the case confirms, the first no more than the last (ISO/IEC 17065:2012, 7.6.2)', () => {
  for (const formatCheckers of [[OTHER], [OTHER, CHECKER], [CHECKER, OTHER]]) {
    equal(unmet({ formatCheckers }), ['confirmer_did_not_make_format_check']);
  }
});

test('the officer who made the format check may have proposed', () => {
  equal(unmet({ formatCheckers: [PROPOSER] }), []);
});

test('a proposal is confirmed only on the exact submission it was made on', () => {
  equal(unmet({ currentSeal: 'b'.repeat(64) as Sha256 }), ['nothing_changed_since_proposal']);
  equal(unmet({ currentSeal: undefined }), ['nothing_changed_since_proposal']);
});

test('all unmet rules are reported, not the first', () => {
  equal(unmet({ confirmer: PROPOSER, formatCheckers: [PROPOSER], currentSeal: undefined }), [
    'confirmer_is_another',
    'confirmer_did_not_make_format_check',
    'nothing_changed_since_proposal',
  ]);
});

test('a refusal names its reasons, a grant need not (ISO/IEC 17065:2012, 7.6.6)', () => {
  for (const reason of [undefined, '', ' 　\n']) {
    equal(refusalHasReason.holds({ outcome: 'refuse', reason }), false);
    equal(refusalHasReason.holds({ outcome: 'grant', reason }), true);
  }
  equal(refusalHasReason.holds({ outcome: 'refuse', reason: 'criterion 3 is not met' }), true);
});

test('a validity shorter than the term names its reason (DOMAIN §5)', () => {
  equal(shorteningHasReason.holds({ shortensValidity: true, reason: ' ' }), false);
  equal(shorteningHasReason.holds({ shortensValidity: true, reason: 'support ends' }), true);
  equal(shorteningHasReason.holds({ shortensValidity: false, reason: undefined }), true);
});
