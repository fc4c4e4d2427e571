import { fault, type ContentFault, type SchemeParts, type SchemePath } from './content-fault.ts';

function* blankTexts(value: unknown, path: SchemePath): Generator<ContentFault> {
  if (typeof value === 'string') {
    if (value.trim() === '') yield fault('blank_text', path);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Temporal.PlainDate)) {
    const list = Array.isArray(value);
    for (const [key, child] of Object.entries(value)) yield* blankTexts(child, [...path, list ? Number(key) : key]);
  }
}

/** Whether a text names a zone of the IANA database in its own spelling; an offset such as `+09:00` is no zone. */
function isZone(zone: string): boolean {
  if (!/^[A-Z]/.test(zone)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}

/** Texts that are empty in either language, and a zone, currency or address that is none. */
export function textFaults(parts: SchemeParts): readonly ContentFault[] {
  const faults = [...blankTexts(parts, [])];
  const { zone, currency, operator } = parts;
  if (zone !== undefined && !isZone(zone)) faults.push(fault('unknown_zone', ['zone'], { value: zone }));
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    faults.push(fault('currency_code', ['currency'], { value: currency }));
  }
  if (operator !== undefined && !/^https?:\/\/[^\s/]+\S*$/.test(operator.url)) {
    faults.push(fault('malformed_address', ['operator', 'url'], { value: operator.url }));
  }
  return faults;
}
