import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { DayRefusal } from './day-refusal.ts';

type Era = {
  readonly names: string;
  /** The year that counts as the first. */
  readonly firstYear: number;
  readonly from: string;
  readonly until: string;
};

/**
 * Eras by their days. The last day of 明治 and 大正 is also the first of the next era; both names are right for it.
 * 明治 is read from 1873, when Japan took over this calendar; earlier days cannot be converted year by year.
 */
const ERAS: readonly Era[] = [
  { names: '令和 令 R', firstYear: 2019, from: '2019-05-01', until: '9999-12-31' },
  { names: '平成 平 H', firstYear: 1989, from: '1989-01-08', until: '2019-04-30' },
  { names: '昭和 昭 S', firstYear: 1926, from: '1926-12-25', until: '1989-01-07' },
  { names: '大正 大 T', firstYear: 1912, from: '1912-07-30', until: '1926-12-25' },
  { names: '明治 明 M', firstYear: 1868, from: '1873-01-01', until: '1912-07-30' },
];

/** Whether a day lies in the era by which it was named, and which day it is. */
export function dayOfEra(
  name: string,
  yearOfEra: number,
  month: number,
  day: number,
): Result<Temporal.PlainDate, DayRefusal> {
  const era = ERAS.find(({ names }) => names.split(' ').includes(name));
  if (era === undefined || yearOfEra < 1) return refused({ code: 'unreadable_day' });
  const year = era.firstYear + yearOfEra - 1;
  if (year > 9999) return refused({ code: 'no_such_day' });
  try {
    const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
    const written = date.toString();
    return written < era.from || written > era.until
      ? refused({ code: 'outside_era', from: era.from, until: era.until })
      : ok(date);
  } catch {
    return refused({ code: 'no_such_day' });
  }
}
