import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { fromStoredScheme, toStoredScheme } from './stored-scheme.ts';

for (const scheme of [japaneseScheme, secondScheme]) {
  test(`the scheme ${scheme.id} comes back from its stored text unchanged`, () => {
    const stored = toStoredScheme(scheme);
    const back = fromStoredScheme(stored);
    assert.equal(toStoredScheme(back), stored);
    equal(back, scheme);
  });
}

test('the order of keys and members that are undefined do not change the stored text', () => {
  const scheme = secondScheme;
  const shuffled = Object.fromEntries(Object.entries(scheme).reverse()) as Scheme;
  const spelledOut = {
    ...shuffled,
    openings: scheme.openings.map((opening) => ({ productType: undefined, ...opening })),
  };
  assert.equal(toStoredScheme(spelledOut), toStoredScheme(scheme));
});

test('one changed word changes the stored text', () => {
  assert.notEqual(toStoredScheme({ ...secondScheme, currency: 'AUD' }), toStoredScheme(secondScheme));
});

test('a text that is no stored scheme is a bug and throws', () => {
  assert.throws(() => fromStoredScheme('{"id":"x"}'));
  assert.throws(() => fromStoredScheme('not JSON'));
});
