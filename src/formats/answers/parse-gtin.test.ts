import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseGtin } from './parse-gtin.ts';
import type { TypedAnswer } from './typed-answer.ts';

function read(raw: TypedAnswer): string {
  const gtin = parseGtin(raw);
  return gtin.ok ? gtin.value : gtin.error.code;
}

test('numbers of all four lengths become fourteen digits', () => {
  const numbers: [TypedAnswer, string][] = [
    ['4901234567894', '04901234567894'],
    [4901234567894, '04901234567894'],
    ['４９０１２３４-５６７８９４', '04901234567894'],
    ['09506000134352', '09506000134352'],
    ['036000291452', '00036000291452'],
    [36000291452, '00036000291452'],
    ['49968712', '00000049968712'],
  ];
  for (const [typed, gtin] of numbers) assert.equal(read(typed), gtin, String(typed));
});

test('a wrong check digit and a wrong length are told apart', () => {
  const refusals: [TypedAnswer, string][] = [
    ['4901234567895', 'check_digit_wrong'],
    ['36000291452', 'not_a_gtin'],
    ['00000000', 'not_a_gtin'],
    [0, 'not_a_gtin'],
    ['なし', 'not_a_gtin'],
    ['', 'blank'],
    [1.5, 'not_a_gtin'],
  ];
  for (const [typed, code] of refusals) assert.equal(read(typed), code, String(typed));
});

test('no text makes the reading throw, and a number read once reads back as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{7,15}$/), fc.double()), (typed) => {
      const gtin = parseGtin(typed);
      if (gtin.ok) assert.equal(read(gtin.value), gtin.value);
    }),
    { numRuns: 1_000 },
  );
});
