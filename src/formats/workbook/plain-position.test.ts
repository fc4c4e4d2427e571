import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { cellAddress } from './cell-address.ts';
import { readPlainPosition, type Position } from './plain-position.ts';

const NAME_END = '<c'.length;

function read(tag: string): Position | undefined {
  const position = { row: -1, column: -1 };
  if (readPlainPosition(Buffer.from(tag), NAME_END, position)) return position;
  equal(position, { row: -1, column: -1 });
  return undefined;
}

test('the position of a cell is read from its bytes as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_048_576 }), fc.integer({ min: 1, max: 18_278 }), (row, column) => {
      equal(read(`<c r="${cellAddress(row, column)}" s="1">`), { row, column });
    }),
  );
});

test('any other spelling is left to the reader of attributes', () => {
  for (const other of [
    ...['<c r="b12">', '<c r="B012">', '<c r="B">', '<c r="12">', '<c r="">', '<c r="ABCD1">', '<c r="A12345678">'],
    ...['<c r="A-1">', '<c r="A1', '<c r="A1&#49;">', `<c r='A1'>`, '<c s="1" r="A1">', '<c  r="A1">', '<c r ="A1">'],
    ...['<c t="A1">', '<c>', '<c/>'],
  ]) {
    assert.equal(read(other), undefined, other);
  }
});
