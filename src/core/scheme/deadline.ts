import type { ClockRule } from './scheme.ts';

/**
 * The last day of a clock started on a day: the day of the start does not count (Civil Code of Japan, article 140), the
 * last day does. Clocks that count business days skip the days that are none.
 */
export function dueOn(
  rule: ClockRule,
  startedOn: Temporal.PlainDate,
  isWorkingDay: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  if (rule.count === 'calendar') return startedOn.add({ days: rule.days });
  let day = startedOn;
  for (let left = rule.days; left > 0;) {
    day = day.add({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}
