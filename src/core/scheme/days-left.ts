import { isBefore } from '../kernel/legal-day.ts';

/** How far a last day is: business days after today up to and with it; overdue, business days since. */
export type DaysLeft = { readonly isOverdue: boolean; readonly days: number };

/** Days looked at, at most; a deadline further away is told as that many. */
const FURTHEST = 1000;

/** How many working days are among the first `count` days that `dayAt` numbers from 0; each day is looked at once. */
function workingDaysAmong(
  dayAt: (place: number) => Temporal.PlainDate,
  isWorkingDay: (day: Temporal.PlainDate) => boolean,
): (count: number) => number {
  const sums = [0];
  return (count) => {
    for (let place = sums.length - 1; place < count; place += 1) {
      sums.push((sums[place] ?? 0) + (isWorkingDay(dayAt(place)) ? 1 : 0));
    }
    return sums[count] ?? 0;
  };
}

/**
 * How many business days are left until last days, each of which counts itself: none on the last day itself. A last day
 * that has passed is overdue, also when no business day has passed since.
 */
export function daysLeftFrom(
  today: Temporal.PlainDate,
  isWorkingDay: (day: Temporal.PlainDate) => boolean,
): (lastDay: Temporal.PlainDate) => DaysLeft {
  const ahead = workingDaysAmong((place) => today.add({ days: place + 1 }), isWorkingDay);
  const behind = workingDaysAmong((place) => today.subtract({ days: place }), isWorkingDay);
  return (lastDay) => {
    const isOverdue = isBefore(lastDay, today);
    const span = Math.min(Math.abs(today.until(lastDay).days), FURTHEST);
    return { isOverdue, days: isOverdue ? behind(span) : ahead(span) };
  };
}
