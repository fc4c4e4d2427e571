import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { message, type MessageKey, type MessageParam } from './message.ts';
import { refusalWords, type WordedRefusal } from './refusal-words.ts';

const inEnglish = (key: MessageKey, params?: Readonly<Record<string, MessageParam>>) => message('en', key, params);

function says(refusal: WordedRefusal, ...parts: readonly string[]): void {
  const { words } = refusalWords(inEnglish, refusal);
  for (const part of parts) assert.ok(words.includes(part), `${words} does not say ${part}`);
}

test('a refusal names acts, roles and states by their words, and no state at all by a dash', () => {
  const [give, signatory] = [inEnglish('act.mandate.give'), inEnglish('role.vendor-signatory')];
  says({ code: 'not_permitted', act: 'mandate.give', roles: ['vendor-signatory'] }, give, signatory);
  const [draft, submitted] = [inEnglish('case.state.draft'), inEnglish('case.state.submitted')];
  const early = { code: 'wrong_state', action: 'case.accept', state: 'draft' } as const;
  says({ ...early, from: ['submitted'] }, inEnglish('act.case.accept'), draft, submitted);
  says({ ...early, from: [] }, draft, '–');
  says({ code: 'role_not_of_organisation', role: 'label-officer' }, inEnglish('role.label-officer'));
  says({ code: 'artwork_not_available', state: 'lapsed' }, inEnglish('label.state.lapsed'));
});

test('a refusal shows its days, numbers and lists as the language writes them', () => {
  const day = Temporal.PlainDate.from('2026-12-31');
  says({ code: 'not_yet_open', opensOn: day }, '31 December 2026');
  says({ code: 'not_yet_open', opensOn: undefined }, inEnglish('refusal.opening_not_fixed'));
  says({ code: 'proposal_differs', until: undefined }, inEnglish('refusal.proposal_differs'));
  says({ code: 'proposal_differs', until: day }, '31 December 2026');
  says({ code: 'application_incomplete', gaps: Array.from({ length: 1200 }) }, '1,200');
  says(Object.assign({ code: 'no_such_application' } as const, { numbers: ['A-1', 'A-2'] }), 'A-1 and A-2');
});

test('every rule that does not hold is told by itself, with its source', () => {
  const unmet = [
    { rule: 'confirmer_is_another', clause: 'OWASP ASVS 5.0.0, 2.3.5' },
    { rule: 'decision_is_proposed', clause: 'DOMAIN §5.10' },
  ] as const;
  const told = refusalWords(inEnglish, { code: 'rules_unmet', action: 'case.confirm-decision', unmet });
  assert.ok(told.words.includes(inEnglish('act.case.confirm-decision')));
  equal(
    told.unmet,
    unmet.map(({ rule, clause }) => ({ words: inEnglish(`rule.${rule}`), clause })),
  );
  equal(refusalWords(inEnglish, { code: 'no_such_subject' }).unmet, []);
});
