import { isBefore } from '../kernel/legal-day.ts';

/** How far a last day is: business days after today up to and with it; overdue, business days since. */
export type DaysLeft = { readonly isOverdue: boolean; readonly days: number };

/** Days looked at, at most; a deadline further away is told as that many. */
const FURTHEST = 1000;

/**
 * How many business days are left until a last day, which counts itself: none on the last day itself. A last day that has
 * passed is overdue, also when no business day has passed since.
 */
export function daysLeft(
  today: Temporal.PlainDate,
  lastDay: Temporal.PlainDate,
  isWorkingDay: (day: Temporal.PlainDate) => boolean,
): DaysLeft {
  const isOverdue = isBefore(lastDay, today);
  const [from, to] = isOverdue ? [lastDay, today] : [today, lastDay];
  const span = Math.min(from.until(to).days, FURTHEST);
  const between = Array.from({ length: span }, (_none, place) => from.add({ days: place + 1 }));
  return { isOverdue, days: between.filter(isWorkingDay).length };
}
