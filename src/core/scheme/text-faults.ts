import { LANGUAGES } from '../kernel/text.ts';
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

/** Most characters of the scheme's name on a label, by language: what its artwork has room for. */
const LONGEST_LABEL_NAME = { ja: 24, en: 48 } as const;

function labelNameFaults({ labelName }: SchemeParts): readonly ContentFault[] {
  if (labelName === undefined) return [];
  return LANGUAGES.filter((language) => labelName[language].length > LONGEST_LABEL_NAME[language]).map((language) =>
    fault('label_name_too_long', ['labelName', language], {
      most: LONGEST_LABEL_NAME[language],
      length: labelName[language].length,
    }),
  );
}

/** Texts that are empty in either language, and a zone, currency or address that is none. */
export function textFaults(parts: SchemeParts): readonly ContentFault[] {
  const faults = [...blankTexts(parts, []), ...labelNameFaults(parts)];
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
