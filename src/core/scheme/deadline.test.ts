import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { dueOn } from './deadline.ts';
import type { ClockRule } from './scheme.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const clock = (days: number, count: ClockRule['count']): ClockRule => ({
  id: 'format-check',
  days,
  count,
  name: { ja: '-', en: '-' },
});
/** Monday to Friday, without the days of a holiday week. */
const isWorkingDay = (on: Temporal.PlainDate): boolean =>
  on.dayOfWeek < 6 && !['2026-05-04', '2026-05-05', '2026-05-06'].includes(on.toString());
const due = (days: number, count: ClockRule['count'], started: string): string =>
  dueOn(clock(days, count), day(started), isWorkingDay).toString();

test('the day a clock starts on does not count, its last day does (Civil Code of Japan, article 140)', () => {
  equal([due(1, 'calendar', '2026-04-01'), due(30, 'calendar', '2026-04-01')], ['2026-04-02', '2026-05-01']);
});

test('a clock in business days counts only those, and ends on one', () => {
  equal(due(1, 'business', '2026-04-03'), '2026-04-06');
  equal(due(2, 'business', '2026-05-01'), '2026-05-08');
  equal(due(1, 'business', '2026-04-04'), '2026-04-06');
});

test('a clock of no days ends on the day it starts', () => {
  equal([due(0, 'calendar', '2026-04-04'), due(0, 'business', '2026-04-04')], ['2026-04-04', '2026-04-04']);
});
