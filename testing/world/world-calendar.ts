import type { WorkingDays } from '../../src/app/ports.ts';
import { lastDayOfTerm } from '../../src/core/kernel/legal-day.ts';
import type { Scheme, ValidityRule } from '../../src/core/scheme/scheme.ts';
import type { LifeStage, StoryEnd } from './stories.ts';

/** Most days a story takes from submission to its end, with holidays to spare. */
const LONGEST_STORY = 60;

/** The days on which the world's stories are told. */
export type WorldCalendar = {
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  /** First day on which a story that ends with a label may end. */
  readonly firstEnd: Temporal.PlainDate;
  readonly workingDays: WorkingDays;
};

/**
 * The calendar of a world that ends today; throws when the level opened too short a while ago for a world to have
 * happened.
 */
export function worldCalendar(
  scheme: Scheme,
  level: string,
  at: { readonly today: Temporal.PlainDate; readonly workingDays: WorkingDays },
): WorldCalendar {
  const { today, workingDays } = at;
  const opening = scheme.openings.find((entry) => entry.level === level && entry.productType === undefined);
  const opened = opening?.opensOn ?? today;
  const longAgo = today.subtract({ years: 2, days: 75 });
  const possible = opened.add({ days: LONGEST_STORY });
  const firstEnd = Temporal.PlainDate.compare(possible, longAgo) < 0 ? longAgo : possible;
  if (Temporal.PlainDate.compare(firstEnd, today.subtract({ days: 120 })) > 0) {
    throw new Error(
      `level ${level} opened on ${opened.toString()}: too late for a demonstration on ${today.toString()}`,
    );
  }
  return { zone: scheme.zone, today, firstEnd, workingDays };
}

/** The working day on or before a day. */
export function lastWorkingDay({ workingDays }: WorldCalendar, day: Temporal.PlainDate): Temporal.PlainDate {
  let found = day;
  while (!workingDays.isWorkingDay(found)) found = found.subtract({ days: 1 });
  return found;
}

/** A moment on a day: minutes after nine in the morning in the scheme's zone. */
export function officeHour(calendar: WorldCalendar, day: Temporal.PlainDate, minute: number): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: '09:00' }).add({ minutes: minute }).toInstant();
}

/** The day a story ends. */
export function dayOfEnd(calendar: WorldCalendar, scheme: Scheme, end: StoryEnd): Temporal.PlainDate {
  const { today, firstEnd } = calendar;
  if ('daysAgo' in end) return today.subtract({ days: end.daysAgo });
  if ('share' in end) {
    const span = firstEnd.until(today.subtract({ days: 3 })).days;
    return today.subtract({ days: 3 + Math.round(end.share * span) });
  }
  const clock = scheme.clocks.find(({ id }) => id === end.clock);
  const days = clock === undefined ? 0 : clock.days * (clock.count === 'business' ? 2 : 1);
  return today.subtract({ days: days + end.daysAfterClock });
}

/** The last day of validity wanted for a stage, counted from today. */
export function lastDayFor(stage: LifeStage, rule: ValidityRule, today: Temporal.PlainDate): Temporal.PlainDate {
  switch (stage) {
    case 'near-expiry':
      return today.add({ days: 47 });
    case 'in-grace':
      return today.subtract({ days: Math.max(1, Math.ceil(rule.graceDays / 2)) });
    case 'lapsed':
      return today.subtract({ days: rule.graceDays + 21 });
  }
}

/** The day of issue that gives a last day by the term alone, if the rule has a term. */
export function issueDayFor(rule: ValidityRule, lastDay: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (rule.term === undefined) return undefined;
  const issued = lastDay.add({ days: 1 }).subtract({ years: rule.term.years ?? 0, months: rule.term.months ?? 0 });
  return Temporal.PlainDate.compare(lastDayOfTerm(issued, rule.term), lastDay) > 0
    ? issued.subtract({ days: 1 })
    : issued;
}
