import pg from 'pg';

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const;
const ARRAY_OID = { int8: 1016, text: 1009, date: 1182, timestamptz: 1185 } as const;

const driverParser = pg.types.getTypeParser as (oid: number, format?: string) => unknown;

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`a bigint beyond what a number can hold: ${text}`);
  return value;
}

function elementwise<T>(parse: (text: string) => T): (text: string) => (T | null)[] {
  const split = driverParser(ARRAY_OID.text, 'text') as (text: string) => (string | null)[];
  return (text) => split(text).map((element) => (element === null ? null : parse(element)));
}

const toInstant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const toDay = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

const PARSERS = new Map<number, (text: string) => unknown>([
  [OID.int8, toSafeInteger],
  [OID.timestamptz, toInstant],
  [OID.date, toDay],
  [ARRAY_OID.int8, elementwise(toSafeInteger)],
  [ARRAY_OID.timestamptz, elementwise(toInstant)],
  [ARRAY_OID.date, elementwise(toDay)],
]);

/**
 * How column values become values of the program: moments as `Temporal.Instant`, days as `Temporal.PlainDate`, `bigint`
 * as a number. Reading a `bigint` beyond ±(2^53 − 1) or an infinite moment throws. Given to the pool, never set globally:
 * the job queue expects `Date`.
 */
export const TYPE_PARSERS: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ??
    driverParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/**
 * A value as the driver can send it: moments and days as text, also inside arrays; all else unchanged. Moments are cut
 * to whole microseconds, the resolution of `timestamptz`.
 */
export function toParameter(value: unknown): unknown {
  if (typeof value !== 'object') return value;
  if (value instanceof Temporal.Instant) return value.toString({ smallestUnit: 'microsecond' });
  if (value instanceof Temporal.PlainDate) return String(value);
  return Array.isArray(value) ? value.map(toParameter) : value;
}
