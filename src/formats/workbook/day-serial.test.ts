import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOfSerial, daySerial } from './day-serial.ts';

test('every serial number of the 1900 calendar but one is a day that counts back to it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_958_465 }), (serial) => {
      const day = dayOfSerial(serial);
      if (serial === 60) assert.equal(day, undefined);
      else assert.equal(daySerial(String(day)), serial);
    }),
    { examples: [[1], [59], [60], [61], [2_958_465]] },
  );
});

test('the two calendars lie 1,462 days apart, and both end with the year 9999', () => {
  assert.equal(String(dayOfSerial(46_348)), '2026-11-22');
  assert.equal(String(dayOfSerial(46_348 - 1_462, '1904')), '2026-11-22');
  assert.equal(String(dayOfSerial(2_958_465)), '9999-12-31');
  assert.equal(String(dayOfSerial(2_957_003, '1904')), '9999-12-31');
  assert.equal(dayOfSerial(2_957_004, '1904'), undefined);
  assert.equal(dayOfSerial(0.5), undefined);
});
