import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { unmetRules, type Rule } from './rule.ts';

type Facts = { readonly paid: boolean; readonly signed: boolean };
const RULES: readonly Rule<'fee_is_paid' | 'declaration_is_signed', Facts>[] = [
  { id: 'fee_is_paid', clause: 'fees', holds: (facts) => facts.paid },
  { id: 'declaration_is_signed', clause: 'ISO/IEC 17050-1:2004, 6.1', holds: (facts) => facts.signed },
];

test('all unmet rules are reported with their clause, in the order of the table', () => {
  equal(unmetRules(RULES, { paid: false, signed: false }), [
    { rule: 'fee_is_paid', clause: 'fees' },
    { rule: 'declaration_is_signed', clause: 'ISO/IEC 17050-1:2004, 6.1' },
  ]);
  equal(unmetRules(RULES, { paid: true, signed: false }), [
    { rule: 'declaration_is_signed', clause: 'ISO/IEC 17050-1:2004, 6.1' },
  ]);
  equal(unmetRules(RULES, { paid: true, signed: true }), []);
});

test('exactly the rules that do not hold are reported', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (holding) => {
      const rules = holding.map((holds, index) => ({ id: String(index), clause: '', holds: () => holds }));
      equal(
        unmetRules(rules, undefined).map(({ rule }) => Number(rule)),
        holding.flatMap((holds, index) => (holds ? [] : [index])),
      );
    }),
  );
});
