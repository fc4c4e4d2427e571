import { parseDayLeniently } from '../formats/answers/parse-day-leniently.ts';

/** Digits alone are a day only as year, month and day: nobody writes an address in the numbers workbooks count days by. */
const A_NUMBER = /^\s*\p{Nd}+(\.\p{Nd}*)?\s*$/u;
const COMPACT = /^\s*\p{Nd}{8}\s*$/u;

/** A day in an address, however a reader writes days; undefined for what is none, and 'blank' where nothing is said. */
export function askedDay(text: string | undefined): Temporal.PlainDate | 'blank' | undefined {
  const typed = (text ?? '').slice(0, 50);
  if (A_NUMBER.test(typed) && !COMPACT.test(typed)) return undefined;
  const read = parseDayLeniently(typed);
  if (read.ok) return read.value;
  return read.error.code === 'blank' ? 'blank' : undefined;
}
