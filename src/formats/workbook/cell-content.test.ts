import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellContent } from './cell-content.ts';

test('the zone of the machine moves no day, west or east', () => {
  const zone = process.env['TZ'];
  try {
    for (const machine of ['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
      process.env['TZ'] = machine;
      assert.notEqual(new Date(0).getTimezoneOffset(), 0, machine);
      const day = new Date(Date.UTC(2026, 10, 22));
      assert.deepStrictEqual(cellContent(day, false), { kind: 'day', value: '2026-11-22' });
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a time of day is a number, a moment outside the calendar an error, nothing is nothing', () => {
  const noon = new Date(Date.UTC(1899, 11, 31, 12));
  assert.deepStrictEqual(cellContent(noon, false), { kind: 'number', value: 0.5 });
  assert.deepStrictEqual(cellContent(new Date(Number.NaN), false), { kind: 'error', value: '########' });
  assert.equal(cellContent('', false), undefined);
  assert.equal(cellContent(null, true), undefined);
});
