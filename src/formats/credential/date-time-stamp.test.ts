import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { equal } from '../../../testing/equal.ts';
import { dayByOffsetOf, parseDateTimeStamp } from './date-time-stamp.ts';

const seconds = fc.integer({ min: -62_000_000_000, max: 250_000_000_000 });
const zones = fc.constantFrom('Asia/Tokyo', 'UTC', 'America/St_Johns', 'Asia/Kathmandu');
const stampOf = (second: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(second * 1000)
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });

test('a moment is counted as the calendar of the language counts it', () => {
  fc.assert(
    fc.property(seconds, zones, (second, zone) => {
      const stamp = stampOf(second, zone);
      // Old local times have seconds in their offset, which stamps cannot say; far years have signs.
      const whole = Temporal.Instant.from(stamp).epochMilliseconds / 1000;
      if (/^\d{4}-/.test(stamp)) equal(parseDateTimeStamp(stamp), whole, stamp);
    }),
    { numRuns: 20_000 },
  );
});

test('a moment falls on the day the language puts it on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 250_000_000_000 }), (second) => {
      const stamp = stampOf(second, 'Asia/Tokyo');
      if (/^\d{4}-/.test(stamp)) equal(dayByOffsetOf('2026-04-01T00:00:00+09:00', second), stamp.slice(0, 10), stamp);
    }),
    { numRuns: 20_000 },
  );
  equal(dayByOffsetOf('2026-04-01T00:00:00+09:00', parseDateTimeStamp('2028-02-28T15:00:00Z') ?? 0), '2028-02-29');
});

test('what is no moment is none', () => {
  for (const wrong of [
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-04-00T00:00:00Z',
    '2026-04-01T24:00:00Z',
    '2026-04-01T00:60:00Z',
    '2026-04-01T00:00:60Z',
    '2026-04-01T00:00:00',
    '2026-04-01T00:00:00+15:00',
    '2026-04-01',
    '２０２６-04-01T00:00:00Z',
  ])
    equal(parseDateTimeStamp(wrong), undefined, wrong);
  fc.assert(
    fc.property(fc.oneof(anyText(), mutated('2026-04-01T00:00:00+09:00')), (text) => {
      const read = parseDateTimeStamp(text);
      assert.ok(read === undefined || Number.isSafeInteger(read));
    }),
  );
});
