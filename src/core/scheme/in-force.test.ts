import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { findCriteriaSet, findProductType, findTerms, findValidityRule, inForce, levelOf } from './in-force.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

test('the fee of the first level rose on 1 October 2025', () => {
  const ordinary = japaneseScheme.fees.filter((fee) => fee.recognition === undefined);
  const amounts = ['2025-03-24', '2025-03-25', '2025-09-30', '2025-10-01', '2026-11-22'].map((text) =>
    inForce(ordinary, day(text)).map((fee) => fee.amount),
  );
  equal(amounts, [[], [110000], [110000], [198000], [198000]]);
});

test('an application is held against the criteria in force on the day it is first submitted', () => {
  const version = (text: string): string | undefined =>
    findCriteriaSet(secondScheme, { level: 'bronze', productType: 'doorbell', day: day(text) })?.version;
  equal(['2024-06-30', '2024-07-01', '2025-12-31', '2026-01-01'].map(version), [undefined, '1', '1', '2']);
});

test('a criteria set for the product type comes before the one for all types', () => {
  const id = (productType: string | undefined, text: string): string | undefined =>
    findCriteriaSet(secondScheme, { level: 'silver', productType, day: day(text) })?.id;
  assert.equal(id('farm-gate', '2026-01-01'), 'GATES');
  assert.equal(id('doorbell', '2026-01-01'), 'SILVER');
  assert.equal(id(undefined, '2026-01-01'), 'SILVER');
  assert.equal(id('farm-gate', '2025-01-01'), 'GATES');
  assert.equal(id('doorbell', '2025-01-01'), undefined);
});

test('levels above the first have no criteria yet', () => {
  for (const level of ['s2', 's3', 's4']) {
    assert.equal(findCriteriaSet(japaneseScheme, { level, productType: 'router', day: day('2026-11-22') }), undefined);
  }
});

test('applicants agree to the version of the terms in force on the day', () => {
  const version = (text: string): string | undefined => findTerms(secondScheme, 'label-use', day(text))?.version;
  equal(['2024-06-30', '2025-06-30', '2025-07-01'].map(version), [undefined, '2024-07', '2025-07']);
  assert.equal(findTerms(secondScheme, 'confidentiality', day('2025-07-01'))?.version, '2024-07');
});

test('a label may have a term, or none at all', () => {
  equal(findValidityRule(japaneseScheme, 's1', day('2025-05-21'))?.term, { years: 2 });
  assert.equal(findValidityRule(japaneseScheme, 's1', day('2025-03-24')), undefined);
  assert.equal(findValidityRule(secondScheme, 'bronze', day('2026-01-01'))?.term, undefined);
  equal(findValidityRule(secondScheme, 'gold', day('2026-01-01'))?.term, { months: 18 });
});

test('a product type the scheme does not have is not found, a level it does not have is a bug', () => {
  assert.equal(findProductType(japaneseScheme, 'smart-lock')?.safetyFunction, true);
  assert.equal(findProductType(japaneseScheme, 'farm-gate'), undefined);
  assert.equal(findProductType(japaneseScheme, undefined), undefined);
  assert.equal(levelOf(secondScheme, 'gold').stars, 3);
  assert.throws(() => levelOf(secondScheme, 's1'), /no level s1/);
});

test('UK PSTI answers three criteria from 1 January 2026, Singapore level 1 counts from 1 June 2026', () => {
  const recognised = (text: string): readonly string[] =>
    inForce(japaneseScheme.recognition, day(text)).map((rule) => rule.id);
  equal(['2025-12-31', '2026-01-01', '2026-06-01'].map(recognised), [[], ['uk-psti'], ['uk-psti', 'sg-cls']]);
  equal(japaneseScheme.recognition[0]?.criteria, ['S1.1-02', 'S1.1-05', 'S1.1-16']);
});
