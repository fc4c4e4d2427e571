import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSchemeFolder } from '../../../testing/read-scheme-folder.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { readSchemeFiles } from './read-scheme-files.ts';
import { fromStoredScheme, toStoredScheme } from './stored-scheme.ts';

function schemeIn(folder: 'scheme' | 'testing/scheme-two'): Scheme {
  const read = readSchemeFiles(readSchemeFolder(folder));
  assert.ok(read.ok);
  return read.value;
}

for (const folder of ['scheme', 'testing/scheme-two'] as const) {
  test(`the scheme in ${folder} comes back from its stored text unchanged`, () => {
    const scheme = schemeIn(folder);
    const stored = toStoredScheme(scheme);
    const back = fromStoredScheme(stored);
    assert.equal(toStoredScheme(back), stored);
    assert.equal(JSON.stringify(back.criteriaSets), JSON.stringify(scheme.criteriaSets));
    const from = back.fees[0]?.effective.from;
    assert.ok(from instanceof Temporal.PlainDate && scheme.fees[0]?.effective.from.equals(from));
  });
}

test('the order of keys and members that are undefined do not change the stored text', () => {
  const scheme = schemeIn('testing/scheme-two');
  const shuffled = Object.fromEntries(Object.entries(scheme).reverse()) as Scheme;
  const spelledOut = {
    ...shuffled,
    openings: scheme.openings.map((opening) => ({ productType: undefined, ...opening })),
  };
  assert.equal(toStoredScheme(spelledOut), toStoredScheme(scheme));
});

test('one changed word changes the stored text', () => {
  const scheme = schemeIn('testing/scheme-two');
  assert.notEqual(toStoredScheme({ ...scheme, currency: 'AUD' }), toStoredScheme(scheme));
});

test('a text that is no stored scheme is a bug and throws', () => {
  assert.throws(() => fromStoredScheme('{"id":"x"}'));
  assert.throws(() => fromStoredScheme('not JSON'));
});
