import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { isNearMiss } from './near-miss.ts';

test('one character too many, too few, wrong, or two neighbours swapped is a slip', () => {
  for (const typed of ['HGW70', 'HGW7000', 'HGW7O0', 'HWG700', 'GW700', 'HGW700W', 'XHGW700']) {
    assert.ok(isNearMiss('HGW700', typed), typed);
  }
});

test('the same number, two slips, and a swap of characters that are not neighbours are none', () => {
  for (const typed of ['HGW700', 'HGW7OO', 'HGW7', 'WGH700', 'HGW00700', '']) {
    assert.ok(!isNearMiss('HGW700', typed), typed);
  }
});

test('whoever slips, the slip is the same from both sides', () => {
  const key = fc.string({ unit: fc.constantFrom('A', 'B', '0', '1'), maxLength: 6 });
  fc.assert(fc.property(key, key, (one, other) => isNearMiss(one, other) === isNearMiss(other, one)));
});

test('every single slip is found, and no text is a slip of itself', () => {
  const key = fc.string({ unit: fc.constantFrom('A', 'B', 'C', '0', '1', '2'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(key, fc.nat(), fc.constantFrom('X', 'Y', 'Z'), (text, chance, other) => {
      const at = chance % text.length;
      assert.ok(!isNearMiss(text, text));
      assert.ok(isNearMiss(text, text.slice(0, at) + text.slice(at + 1)));
      assert.ok(isNearMiss(text, text.slice(0, at) + other + text.slice(at)));
      assert.ok(isNearMiss(text, text.slice(0, at) + other + text.slice(at + 1)));
    }),
  );
});
