import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asTyped, foldIdentifier, searchKey } from './fold.ts';

test('a number is one number in any width, case, spacing and with any hyphen', () => {
  for (const typed of [
    's1-26-00042-k',
    'Ｓ１－２６－０００４２－Ｋ',
    ' S1 -26-00042-K ',
    'S1‐26‑00042–K',
    'S1—26−00042ーK',
    'S1\u200b-26\u00ad-00042-K\ufe0f',
  ]) {
    assert.equal(searchKey(typed), 'S12600042K', typed);
  }
});

test('a model designation is found whatever stands between its parts', () => {
  for (const typed of ['X-100/A', 'x_100.a', 'Ｘ（１００）Ａ', 'X[100],A'])
    assert.equal(searchKey(typed), 'X100A', typed);
});

test('folding keeps hyphens apart from nothing, so that mail addresses and codes stay readable', () => {
  assert.equal(foldIdentifier('ｊｐ－ｉｏｔ　１'), 'JP-IOT1');
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => foldIdentifier(foldIdentifier(text)) === foldIdentifier(text)),
  );
});

test('names keep every kanji as typed', () => {
  for (const name of ['髙橋', '﨑山', '神\ufa19', '㈱テスト', 'ｱｲｳ', 'が'])
    assert.equal(asTyped(`  ${name}\u3000`), name);
});

test('what nobody meant to type is removed from names, line breaks stay', () => {
  assert.equal(asTyped('\ufeffA\u202eB\u0000C\r\nD\rE'), 'ABC\nD\nE');
});
