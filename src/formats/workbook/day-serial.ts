const DAY_BEFORE_1900 = Temporal.PlainDate.from('1899-12-31');
const AFTER_LEAP_ERROR = Temporal.PlainDate.from('1900-03-01');
const FIRST_OF_1904 = Temporal.PlainDate.from('1904-01-01');
/** 29 February 1900, which the 1900 calendar has and the year had not. */
const LEAP_ERROR = 60;
const LAST_SERIAL = 2_958_465;

/** The two calendars by which workbooks count days. */
export type DaySystem = '1900' | '1904';

/**
 * The day that a whole serial number means; undefined where there is none: before the calendar begins, after
 * 9999-12-31, and 60 in the 1900 calendar, which counts a 29 February that the year 1900 did not have.
 */
export function dayOfSerial(serial: number, system: DaySystem = '1900'): Temporal.PlainDate | undefined {
  if (!Number.isInteger(serial) || serial < 0 || serial > LAST_SERIAL) return undefined;
  if (system === '1904') return serial > LAST_SERIAL - 1462 ? undefined : FIRST_OF_1904.add({ days: serial });
  if (serial === 0 || serial === LEAP_ERROR) return undefined;
  return DAY_BEFORE_1900.add({ days: serial > LEAP_ERROR ? serial - 1 : serial });
}

/** The serial number of a day written `YYYY-MM-DD`, from 1900-01-01 on, in the 1900 calendar. */
export function daySerial(day: string): number {
  const date = Temporal.PlainDate.from(day);
  const days = DAY_BEFORE_1900.until(date).days;
  return Temporal.PlainDate.compare(date, AFTER_LEAP_ERROR) < 0 ? days : days + 1;
}
