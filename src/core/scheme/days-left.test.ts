import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { daysLeftFrom } from './days-left.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const daysLeft = (today: Temporal.PlainDate, lastDay: Temporal.PlainDate, isWorkingDay: typeof isWeekday) =>
  daysLeftFrom(today, isWorkingDay)(lastDay);
const isWeekday = (each: Temporal.PlainDate): boolean => each.dayOfWeek < 6;

test('business days are counted from tomorrow to the last day, weekends left out', () => {
  const friday = day('2026-04-03');
  equal(daysLeft(friday, friday, isWeekday), { isOverdue: false, days: 0 });
  equal(daysLeft(friday, day('2026-04-05'), isWeekday), { isOverdue: false, days: 0 });
  equal(daysLeft(friday, day('2026-04-06'), isWeekday), { isOverdue: false, days: 1 });
  equal(daysLeft(friday, day('2026-04-13'), isWeekday), { isOverdue: false, days: 6 });
});

test('a last day that has passed is overdue, even when only a weekend has passed since', () => {
  equal(daysLeft(day('2026-04-05'), day('2026-04-03'), isWeekday), { isOverdue: true, days: 0 });
  equal(daysLeft(day('2026-04-07'), day('2026-04-03'), isWeekday), { isOverdue: true, days: 2 });
});

test('each day is looked at once, however many last days are asked about and in whatever order', () => {
  const seen: string[] = [];
  const left = daysLeftFrom(day('2026-04-03'), (each) => {
    seen.push(each.toString());
    return isWeekday(each);
  });
  const asked = ['2026-04-13', '2026-04-06', '2026-03-30', '2026-04-14', '2026-04-02'];
  equal(
    asked.map((each) => left(day(each))),
    [
      { isOverdue: false, days: 6 },
      { isOverdue: false, days: 1 },
      { isOverdue: true, days: 4 },
      { isOverdue: false, days: 7 },
      { isOverdue: true, days: 1 },
    ],
  );
  equal(new Set(seen).size, seen.length);
});

test('a last day years away is told as far as a thousand days reach', () => {
  const far = daysLeft(day('2026-04-03'), day('2036-04-03'), () => true);
  equal(far, { isOverdue: false, days: 1000 });
});
