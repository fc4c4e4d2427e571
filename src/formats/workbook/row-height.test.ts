import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowHeight } from './row-height.ts';

const wrapped = { header: '', width: 21, wrap: true } as const;

test('a row of short texts keeps the usual height', () => {
  assert.equal(rowHeight(['GW-10', null, 3, { day: '2026-11-22' }], [wrapped, wrapped, wrapped, wrapped]), undefined);
});

test('the cell with the most lines decides, and a Japanese character takes two places', () => {
  assert.equal(rowHeight(['あ'.repeat(18)], [wrapped]), 37.5);
  assert.equal(rowHeight(['a'.repeat(18)], [wrapped]), undefined);
  assert.equal(rowHeight(['a', 'あ'.repeat(27)], [wrapped, wrapped]), 56.25);
});

test('each line somebody breaks by hand counts, an empty one too', () => {
  assert.equal(rowHeight(['a\n\nb'], [wrapped]), 56.25);
});

test('a column that is not wrapped makes no row higher', () => {
  assert.equal(rowHeight(['あ'.repeat(100)], [{ header: '', width: 10 }]), undefined);
});

test('no row is higher than a workbook allows', () => {
  assert.equal(rowHeight(['あ'.repeat(10_000)], [wrapped]), 409.5);
});
