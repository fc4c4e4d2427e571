import { ok, refused, type Result } from './result.ts';

/** The legal day a moment falls on in the scheme's zone; the only place where moments and days meet. */
export function legalDay(moment: Temporal.Instant, zone: string): Temporal.PlainDate {
  return moment.toZonedDateTimeISO(zone).toPlainDate();
}

/** The first moment of a legal day in the scheme's zone. */
export function startOfDay(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime(zone).toInstant();
}

/** Reads a day written `YYYY-MM-DD`; other spellings are the business of the formats. No calendar has a year 0. */
export function parseDay(text: string): Result<Temporal.PlainDate, { readonly code: 'malformed_day' }> {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return refused({ code: 'malformed_day' });
  try {
    return ok(Temporal.PlainDate.from(text, { overflow: 'reject' }));
  } catch {
    return refused({ code: 'malformed_day' });
  }
}

/** Whether a day lies in a period whose first and last day both count; an open end is written `undefined`. */
export function inPeriod(
  day: Temporal.PlainDate,
  period: { readonly from?: Temporal.PlainDate | undefined; readonly until?: Temporal.PlainDate | undefined },
): boolean {
  const begun = period.from === undefined || Temporal.PlainDate.compare(period.from, day) <= 0;
  const over = period.until !== undefined && Temporal.PlainDate.compare(day, period.until) > 0;
  return begun && !over;
}

/** Whether the first day comes before the second. */
export function isBefore(first: Temporal.PlainDate, second: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(first, second) < 0;
}

/**
 * The last day of a term counted from its first day, which counts itself: the day before the corresponding day, or the
 * last day of the month where the month of the end has no corresponding day (Civil Code of Japan, articles 140 and 143).
 */
export function lastDayOfTerm(
  first: Temporal.PlainDate,
  term: { readonly years?: number | undefined; readonly months?: number | undefined },
): Temporal.PlainDate {
  const corresponding = first.add({ years: term.years ?? 0, months: term.months ?? 0 }, { overflow: 'constrain' });
  return corresponding.day === first.day ? corresponding.subtract({ days: 1 }) : corresponding;
}
