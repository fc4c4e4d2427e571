import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { daysLeft } from './days-left.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
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
