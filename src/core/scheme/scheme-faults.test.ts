import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import type { SchemeParts } from './content-fault.ts';
import { schemeFaults } from './scheme-faults.ts';
import type { FeeRule, Scheme } from './scheme.ts';

function codes(parts: SchemeParts): readonly string[] {
  return schemeFaults(parts).map((found) => `${found.code} ${found.path.join('.')}`);
}

/** Changes one entry of a list of the second scheme. */
function withEntry<List extends 'fees' | 'levels' | 'validity' | 'openings' | 'criteriaSets' | 'recognition'>(
  list: List,
  index: number,
  change: Partial<Scheme[List][number]>,
): Scheme {
  const entries: readonly object[] = secondScheme[list];
  return {
    ...secondScheme,
    [list]: entries.map((entry, place) => (place === index ? { ...entry, ...change } : entry)),
  };
}

test('a sound scheme has no fault, and neither has any one part of it alone', () => {
  for (const scheme of [japaneseScheme, secondScheme]) {
    equal(codes(scheme), []);
    for (const [part, value] of Object.entries(scheme)) equal(codes({ [part]: value }), [], part);
  }
  equal(codes({}), []);
});

test('the periods of a fee that follow one another day by day are sound; leave one out and there is a gap', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 6 });
  fc.assert(
    fc.property(lengths, fc.nat(), (days, chosen) => {
      let from = Temporal.PlainDate.from('2024-07-01');
      const fees = days.map((length, index): FeeRule => {
        const until = from.add({ days: length - 1 });
        const fee = { ...secondScheme.fees[0], id: `fee-${String(index)}`, effective: { from, until } } as FeeRule;
        from = until.add({ days: 1 });
        return fee;
      });
      equal(codes({ fees: fees.toReversed() }), []);
      const left = 1 + (chosen % (days.length - 2));
      equal(codes({ fees: fees.toSpliced(left, 1) }), [`period_gap fees.${String(left)}.effective.from`]);
      const twice = { ...fees[left], id: 'twice' } as FeeRule;
      assert.ok(codes({ fees: [...fees, twice] }).every((code) => code.startsWith('period_overlap')));
      assert.notEqual(codes({ fees: [...fees, twice] }).length, 0);
    }),
  );
});

test('fees for a recognition may pause, but must not overlap', () => {
  const fee = japaneseScheme.fees.find((entry) => entry.recognition !== undefined);
  assert.ok(fee);
  const period = (from: string, until: string) => ({
    effective: { from: Temporal.PlainDate.from(from), until: Temporal.PlainDate.from(until) },
  });
  const first = { ...fee, ...period('2026-01-01', '2026-01-31') };
  equal(codes({ fees: [first, { ...fee, id: 'b', ...period('2026-03-01', '2026-03-31') }] }), []);
  equal(codes({ fees: [first, { ...fee, id: 'b', ...period('2026-01-31', '2026-03-31') }] }), [
    'period_overlap fees.1.effective.from',
  ]);
});

test('an evaluator, a level or a recognition the scheme does not have is found wherever it is named', () => {
  equal(codes(withEntry('levels', 2, { minimumEvaluator: 'nobody' })), ['unknown_reference levels.2.minimumEvaluator']);
  equal(codes(withEntry('validity', 2, { level: 'tin' })), ['unknown_reference validity.2.level']);
  equal(codes(withEntry('openings', 2, { productType: 'tractor' })), ['unknown_reference openings.2.productType']);
  assert.ok(codes(withEntry('fees', 1, { recognition: 'abroad' })).includes('unknown_reference fees.1.recognition'));
  const sets = secondScheme.criteriaSets.map((set) => ({
    ...set,
    threats: [{ id: 'flood', name: { ja: '水', en: 'Flood' } }],
  }));
  assert.equal(codes({ ...secondScheme, criteriaSets: sets }).filter((code) => /\.threat$/.test(code)).length, 8);
});

test('a recognition may only answer criteria of its own level', () => {
  const recognition = japaneseScheme.recognition.map((rule) => ({ ...rule, level: 's2' }));
  const found = codes({ ...japaneseScheme, recognition });
  assert.ok(found.includes('unknown_reference recognition.0.criteria.0'));
  assert.ok(found.every((code) => code.startsWith('unknown_reference recognition.')));
});

test('two entries with one name are told apart by neither', () => {
  const [first] = secondScheme.openings;
  assert.ok(first);
  equal(codes({ openings: [first, first] }), ['duplicate_id openings.1.level']);
  equal(codes({ criteriaSets: secondScheme.criteriaSets.map((set) => ({ ...set, version: '1' })) }), [
    'duplicate_id criteriaSets.1.id',
  ]);
});

test('blank texts are found however deep they lie', () => {
  const points = secondScheme.terms.map((terms) => ({ ...terms, points: [{ ja: '\u3000', en: 'x' }] }));
  equal(codes({ ...secondScheme, terms: points }), [
    'blank_text terms.0.points.0.ja',
    'blank_text terms.1.points.0.ja',
    'blank_text terms.2.points.0.ja',
  ]);
});
