import fc from 'fast-check';
import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { ValidityRule } from '../scheme/scheme.ts';
import { publicationDay, validityOf } from './validity.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const RULE: ValidityRule = {
  level: 's1',
  effective: { from: day('2025-01-01') },
  term: { years: 2 },
  graceDays: 30,
  renewal: { opensMonthsBefore: 6, closesWeeksBefore: 6 },
};
const until = (issued: string, term: ValidityRule['term'] = { years: 2 }, shortened?: string): string =>
  String(validityOf({ ...RULE, term }, day(issued), shortened === undefined ? undefined : day(shortened)).until);

const DAYS = fc.integer({ min: 0, max: 36_000 }).map((days) => day('2000-01-01').add({ days }));

describe('the validity of a label (DOMAIN §5: from the issue date, last day inclusive)', () => {
  test('ends on the day before the corresponding day (Civil Code of Japan, articles 140 and 143)', () => {
    equal(until('2026-04-01'), '2028-03-31');
    equal(until('2026-01-01'), '2027-12-31');
    equal(until('2026-03-15', { months: 18 }), '2027-09-14');
  });

  test('ends on the last day of February where a leap day has no corresponding day', () => {
    equal(until('2024-02-29'), '2026-02-28');
    equal(until('2024-02-29', { years: 4 }), '2028-02-28');
    equal(until('2026-03-01'), '2028-02-29');
    equal(until('2026-08-31', { months: 6 }), '2027-02-28');
  });

  test('counts its last day: the day after it is the corresponding day, or the first of the month after', () => {
    fc.assert(
      fc.property(DAYS, fc.integer({ min: 1, max: 5 }), (issued, years) => {
        const last = validityOf({ ...RULE, term: { years } }, issued, undefined).until;
        if (last === undefined) return false;
        const next = last.add({ days: 1 });
        const hasCorresponding = issued.day <= issued.with({ day: 1 }).add({ years }).daysInMonth;
        return (
          next.year - issued.year === years &&
          (hasCorresponding
            ? next.day === issued.day && next.month === issued.month
            : next.day === 1 && next.month === 3)
        );
      }),
    );
  });

  test('may be shortened, never lengthened, and keeps its first day and grace', () => {
    equal(until('2026-04-01', { years: 2 }, '2026-12-31'), '2026-12-31');
    equal(until('2026-04-01', { years: 2 }, '2030-01-01'), '2028-03-31');
    fc.assert(
      fc.property(DAYS, fc.integer({ min: 0, max: 2000 }), (issued, days) => {
        const shortened = issued.add({ days });
        const given = validityOf(RULE, issued, shortened);
        const full = validityOf(RULE, issued, undefined);
        const expected = [shortened, full.until].sort((a, b) =>
          Temporal.PlainDate.compare(a ?? issued, b ?? issued),
        )[0];
        return String(given.until) === String(expected) && given.from.equals(issued) && given.graceDays === 30;
      }),
    );
  });

  test('has no end where the scheme sets no term, unless the operator sets one', () => {
    equal(validityOf({ ...RULE, term: undefined }, day('2026-04-01'), undefined).until, undefined);
    equal(String(validityOf({ ...RULE, term: undefined }, day('2026-04-01'), day('2027-01-01')).until), '2027-01-01');
  });
});

describe('the day of publication (DOMAIN §5: on the wished date or at once)', () => {
  const validity = validityOf(RULE, day('2026-04-01'), undefined);
  const published = (wished?: string): string =>
    publicationDay(validity, wished === undefined ? undefined : day(wished)).toString();

  test('is the day of the grant where none was wished, or one that has passed', () => {
    equal([published(), published('2026-03-31'), published('2026-04-01')], Array(3).fill('2026-04-01'));
  });

  test('is the wished day, but never after the last day of validity', () => {
    equal([published('2026-04-02'), published('2028-03-31')], ['2026-04-02', '2028-03-31']);
    equal(published('2028-04-01'), '2028-03-31');
    const endless = { ...validity, until: undefined };
    equal(publicationDay(endless, day('2099-01-01')).toString(), '2099-01-01');
  });
});
