const STAMP = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;

const MOST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from 1 January 1970, by counting years from March on, so that a leap day comes last. */
function daysOf(year: number, month: number, day: number): number {
  const counted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const era = Math.floor(counted / 400);
  const yearOfEra = counted - era * 400;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}

function isDay(year: number, month: number, day: number): boolean {
  const most = MOST_DAYS[month - 1];
  return most !== undefined && day >= 1 && day <= (month === 2 && !isLeap(year) ? 28 : most);
}

/** The day a moment falls on, as ISO 8601 writes it. */
function dayOf(seconds: number): string {
  const days = Math.floor(seconds / 86_400) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const counted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = counted < 10 ? counted + 3 : counted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * counted + 2) / 5) + 1;
  const [monthText, dayText] = [month, day].map((part) => String(part).padStart(2, '0'));
  return `${String(year).padStart(4, '0')}-${monthText ?? ''}-${dayText ?? ''}`;
}

/** The day a moment falls on by the offset another moment is written with; seconds since 1970. */
export function dayByOffsetOf(stamp: string, seconds: number): string | undefined {
  const moment = parseDateTimeStamp(stamp);
  const local = parseDateTimeStamp(stamp.replace(/(Z|[+-]\d\d:\d\d)$/, 'Z'));
  return moment === undefined || local === undefined ? undefined : dayOf(seconds + local - moment);
}

/** Seconds since midnight, or of an offset from UTC; undefined for what no clock shows. */
function secondsOf([hour = 0, minute = 0, second = 0]: readonly number[], mostHours: number): number | undefined {
  return hour <= mostHours && minute <= 59 && second <= 59 ? hour * 3600 + minute * 60 + second : undefined;
}

/**
 * Seconds since 1970 of an XML Schema dateTimeStamp, parts of seconds cut off; undefined for anything else, also for leap
 * seconds and 24 o'clock. By arithmetic alone, for browsers that know no Temporal.
 */
export function parseDateTimeStamp(text: string): number | undefined {
  const found: readonly (string | undefined)[] | null = STAMP.exec(text);
  if (found === null) return undefined;
  const [year = 0, month = 0, day = 0] = found.slice(1, 4).map(Number);
  const time = secondsOf(found.slice(4, 7).map(Number), 23);
  const offset = secondsOf(
    found.slice(8, 10).map((part) => Number(part ?? 0)),
    14,
  );
  if (time === undefined || offset === undefined || !isDay(year, month, day)) return undefined;
  return daysOf(year, month, day) * 86_400 + time - (found[7] === '-' ? -offset : offset);
}
