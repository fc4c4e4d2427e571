import type { CellValue } from 'hucre/xlsx';
import type { CellContent } from './sheet-table.ts';

/** A date as the parser gives it: a moment whose UTC fields are those of the cell. */
type ParsedDate = Exclude<CellValue, string | number | boolean | null>;

const MILLISECONDS_PER_DAY = 86_400_000;
/** 1900-01-01 and the end of 9999-12-31, in milliseconds since 1970. */
const [FIRST_DAY, END_OF_DAYS] = [-2_208_988_800_000, 253_402_300_800_000] as const;
/** Days from 1899-12-31, day zero of the 1900 calendar, to 1970. */
const DAYS_BEFORE_1970 = 25_568;
/** What Excel shows for a date that its calendar does not have. */
const NO_SUCH_DATE = '########';

/** A day stays a day: only UTC fields are read, so the zone of the machine cannot move it. */
function dayContent(date: ParsedDate): CellContent {
  const moment = date.getTime();
  if (!(moment < END_OF_DAYS)) return { kind: 'error', value: NO_SUCH_DATE };
  // Before 1900 the cell counts hours, not days: a time of day or a duration.
  if (moment < FIRST_DAY) return { kind: 'number', value: moment / MILLISECONDS_PER_DAY + DAYS_BEFORE_1970 };
  const iso = date.toISOString();
  const time = iso.slice(11, 19);
  return time === '00:00:00'
    ? { kind: 'day', value: iso.slice(0, 10) }
    : { kind: 'day', value: iso.slice(0, 10), time };
}

/** What a parsed value says, as plain data; undefined where the cell is blank. */
export function cellContent(value: CellValue, isError: boolean): CellContent | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') {
    if (isError) return { kind: 'error', value };
    return { kind: 'text', value: value.replace(/\r\n?/g, '\n') };
  }
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  return dayContent(value);
}
