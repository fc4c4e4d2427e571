import { parseDayLeniently } from '../formats/answers/parse-day-leniently.ts';

/** A day in an address, however a reader writes days; undefined for what is none, and 'blank' where nothing is said. */
export function askedDay(text: string | undefined): Temporal.PlainDate | 'blank' | undefined {
  const read = parseDayLeniently((text ?? '').slice(0, 50));
  if (read.ok) return read.value;
  return read.error.code === 'blank' ? 'blank' : undefined;
}
