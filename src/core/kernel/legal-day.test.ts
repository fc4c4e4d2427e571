import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { inPeriod, isBefore, lastDayOfTerm, legalDay, parseDay, startOfDay } from './legal-day.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => day('1990-01-01').add({ days }));
const anyMoment = fc
  .integer({ min: 0, max: 4_000_000_000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

test('a legal day begins at midnight in the zone of the scheme', () => {
  assert.equal(legalDay(Temporal.Instant.from('2026-01-31T14:59:59.999Z'), 'Asia/Tokyo').toString(), '2026-01-31');
  assert.equal(legalDay(Temporal.Instant.from('2026-01-31T15:00:00Z'), 'Asia/Tokyo').toString(), '2026-02-01');
  assert.equal(startOfDay(day('2026-02-01'), 'Asia/Tokyo').toString(), '2026-01-31T15:00:00Z');
});

test('days of 23 and 25 hours have their own first moment', () => {
  assert.equal(startOfDay(day('2026-09-28'), 'Pacific/Auckland').toString(), '2026-09-27T11:00:00Z');
  assert.equal(startOfDay(day('2026-09-27'), 'Pacific/Auckland').toString(), '2026-09-26T12:00:00Z');
});

for (const zone of ['Asia/Tokyo', 'Pacific/Auckland']) {
  test(`every moment lies in its legal day in ${zone}`, () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const today = legalDay(moment, zone);
        assert.ok(Temporal.Instant.compare(startOfDay(today, zone), moment) <= 0);
        assert.ok(Temporal.Instant.compare(moment, startOfDay(today.add({ days: 1 }), zone)) < 0);
      }),
    );
  });
}

test('a term ends the day before the day that corresponds to its first (Civil Code of Japan, article 143)', () => {
  assert.equal(lastDayOfTerm(day('2025-05-21'), { years: 2 }).toString(), '2027-05-20');
  assert.equal(lastDayOfTerm(day('2025-01-01'), { years: 1 }).toString(), '2025-12-31');
  assert.equal(lastDayOfTerm(day('2025-03-01'), { years: 1 }).toString(), '2026-02-28');
  assert.equal(lastDayOfTerm(day('2027-03-01'), { years: 1 }).toString(), '2028-02-29');
});

test('where the last month has no corresponding day, a term ends on the last day of that month (article 143)', () => {
  assert.equal(lastDayOfTerm(day('2024-02-29'), { years: 2 }).toString(), '2026-02-28');
  assert.equal(lastDayOfTerm(day('2024-02-29'), { years: 4 }).toString(), '2028-02-28');
  assert.equal(lastDayOfTerm(day('2025-08-31'), { months: 18 }).toString(), '2027-02-28');
  assert.equal(lastDayOfTerm(day('2025-01-31'), { months: 1 }).toString(), '2025-02-28');
  assert.equal(lastDayOfTerm(day('2025-01-30'), { months: 1 }).toString(), '2025-02-28');
  assert.equal(lastDayOfTerm(day('2025-01-28'), { months: 1 }).toString(), '2025-02-27');
  assert.equal(lastDayOfTerm(day('2025-03-31'), { months: 1 }).toString(), '2025-04-30');
});

test('a later start never ends earlier, and a term lasts as many months as it says, give or take the month end', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (first, months) => {
      const last = lastDayOfTerm(first, { months });
      assert.ok(!isBefore(lastDayOfTerm(first.add({ days: 1 }), { months }), last));
      const after = last.add({ days: 1 });
      assert.ok(after.day === first.day || after.day === 1);
      assert.ok(!isBefore(first.add({ months }), last));
      assert.ok(!isBefore(after, first.add({ months })));
    }),
  );
});

test('both ends of a period count, and an open end has none', () => {
  const period = { from: day('2025-10-01'), until: day('2025-10-31') };
  const inside = ['2025-09-30', '2025-10-01', '2025-10-31', '2025-11-01'].map((text) => inPeriod(day(text), period));
  equal(inside, [false, true, true, false]);
  assert.ok(inPeriod(day('9999-12-31'), { from: day('2025-10-01') }));
  assert.ok(inPeriod(day('0001-01-01'), { until: day('2025-10-01') }));
  assert.ok(inPeriod(day('2025-10-01'), {}));
});

test('a day is read only as the calendar has it', () => {
  const read = (text: string): string => {
    const parsed = parseDay(text);
    return parsed.ok ? parsed.value.toString() : parsed.error.code;
  };
  assert.equal(read('2024-02-29'), '2024-02-29');
  for (const text of [
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '0000-01-01',
    '2025-1-1',
    '20250101',
    '2025-01-01T00:00',
    '+002025-01-01',
    '',
    '２０２５-01-01',
  ]) {
    assert.equal(read(text), 'malformed_day', text);
  }
});

test('every day is read back from its own text', () => {
  fc.assert(
    fc.property(anyDay, (some) => {
      const parsed = parseDay(some.toString());
      assert.ok(parsed.ok && parsed.value.equals(some));
    }),
  );
});
