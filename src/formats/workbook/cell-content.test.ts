import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { cellContent } from './cell-content.ts';

// eslint-disable-next-line no-restricted-globals -- the workbook library gives its days as Date
const ParsedDate = Date;

test('the zone of the machine moves no day, west or east', () => {
  const zone = process.env['TZ'];
  try {
    for (const machine of ['America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati']) {
      process.env['TZ'] = machine;
      assert.notEqual(new ParsedDate(0).getTimezoneOffset(), 0, machine);
      const day = new ParsedDate(ParsedDate.UTC(2026, 10, 22));
      equal(cellContent(day, false), { kind: 'day', value: '2026-11-22' });
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('a time of day is a number, a moment outside the calendar an error, nothing is nothing', () => {
  const noon = new ParsedDate(ParsedDate.UTC(1899, 11, 31, 12));
  equal(cellContent(noon, false), { kind: 'number', value: 0.5 });
  equal(cellContent(new ParsedDate(Number.NaN), false), { kind: 'error', value: '########' });
  assert.equal(cellContent('', false), undefined);
  assert.equal(cellContent(null, true), undefined);
});
