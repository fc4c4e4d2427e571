import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellAddress, columnLetters, columnNumber } from './cell-address.ts';

test('columns are counted in letters as Excel counts them, up to its last', () => {
  const columns = { A: 1, Z: 26, AA: 27, AZ: 52, ZZ: 702, AAA: 703, XFD: 16_384 };
  for (const [letters, number] of Object.entries(columns)) {
    assert.equal(columnNumber(letters), number);
    assert.equal(columnLetters(number), letters);
  }
  assert.equal(cellAddress(12, 2), 'B12');
});
