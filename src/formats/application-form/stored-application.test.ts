import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ITEMS } from '../../core/case/application-items.ts';
import { EMPTY_APPLICATION, type Application } from '../../core/case/application.ts';
import { ARBITRARY_APPLICATION } from '../../../testing/builders/arbitrary-application.ts';
import { fromStoredApplication, toStoredApplication } from './stored-application.ts';
import { equal } from '../../../testing/equal.ts';

function plain(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate) return { day: value.toString() };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

test('any application comes back from the store exactly as it was put in, days as days', () => {
  fc.assert(
    fc.property(ARBITRARY_APPLICATION, (application) => {
      const back = fromStoredApplication(toStoredApplication(application));
      equal(plain(back), plain(application));
    }),
    { numRuns: 200 },
  );
});

test('equal applications are stored as equal texts, whatever order their answers were given in', () => {
  const first = {
    ...EMPTY_APPLICATION,
    answers: { 'product.name': 'あ', 'vendor.name': 'い' },
    scope: { a: true, b: false },
  };
  const second = {
    ...EMPTY_APPLICATION,
    answers: { 'vendor.name': 'い', 'product.name': 'あ' },
    scope: { b: false, a: true },
  };
  assert.equal(toStoredApplication(first), toStoredApplication(second));
});

test('answers taken back are not stored', () => {
  const application: Application = { ...EMPTY_APPLICATION, answers: { 'product.name': undefined } };
  assert.equal(toStoredApplication(application).includes('product.name'), false);
});

for (const [what, text] of [
  ['an unknown version', '{"version":2}'],
  ['an unknown item', stored({ answers: { 'product.colour': 'red' } })],
  ['a day that is no day', stored({ answers: { 'support.endsOn': '2026-13-01' } })],
  ['a number where a text belongs', stored({ answers: { 'product.name': 1 } })],
  ['a word where yes or no belongs', stored({ scope: { any: 'yes' } })],
  ['a missing table', stored({ models: undefined })],
] as const) {
  test(`a stored text with ${what} is a broken store, not an empty answer`, () => {
    assert.throws(() => fromStoredApplication(text));
  });
}

function stored(change: object): string {
  return JSON.stringify({ ...(JSON.parse(toStoredApplication(EMPTY_APPLICATION)) as object), ...change });
}

test('the arbitrary applications of this test answer every item somewhere', () => {
  const seen = new Set(fc.sample(ARBITRARY_APPLICATION, 50).flatMap((application) => Object.keys(application.answers)));
  assert.equal(seen.size, ITEMS.length);
});
