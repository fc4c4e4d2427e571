import { checkLength } from '../kernel/check-character.ts';
import { fault, type ContentFault } from './content-fault.ts';
import { NUMBER_KINDS, type NumberFormat, type NumberKind, type Scheme } from './scheme.ts';

/** The fields of a pattern and the literal characters between them, in order. */
function tokens(pattern: string): readonly string[] {
  return pattern.match(/\{[^{}]*\}|[\s\S]/g) ?? [];
}

function isField(token: string): boolean {
  return token.length > 1;
}

/** What a pattern may hold besides literal text, as messages show it. */
const FIELDS = ['{stars}', '{year}', '{yy}', '{seq:1}–{seq:9}', '{check}'];

/** Digits as people type them: a letter that looks like a digit counts as one. */
const DIGITS = '0123456789OIL';
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The characters a reader may meet at each place, separators left out. */
function places(format: NumberFormat): readonly string[] {
  return tokens(format.pattern).flatMap((token) => {
    if (!isField(token)) return /[A-Z]/.test(token) ? [token] : [];
    if (token === '{stars}') return [DIGITS];
    if (token === '{yy}') return [DIGITS, DIGITS];
    if (token === '{year}') return [DIGITS, DIGITS, DIGITS, DIGITS];
    if (token === '{check}') {
      return Array<string>(checkLength(format.check)).fill(format.check === 'mod-97-10' ? DIGITS : ALPHANUMERIC);
    }
    return Array<string>(Number(/\d/.exec(token)?.[0] ?? 0)).fill(DIGITS);
  });
}

/** Whether some typed text could be a number of either format. */
function couldBeEither(one: NumberFormat, other: NumberFormat): boolean {
  const [ours, theirs] = [places(one), places(other)];
  return (
    ours.length === theirs.length &&
    ours.every((characters, place) => Array.from(characters).some((character) => theirs[place]?.includes(character)))
  );
}

function patternFaults(kind: NumberKind, format: NumberFormat): readonly ContentFault[] {
  const path = ['numbers', kind, 'pattern'];
  const parts = tokens(format.pattern);
  const known = /^\{(stars|year|yy|check|seq:[1-9])\}$/;
  const unknown = parts.filter((token) => isField(token) && !known.test(token));
  const literal = parts.filter((token) => !isField(token) && !/^[-A-Z /.]$/.test(token));
  const sequences = parts.filter((token) => token.startsWith('{seq'));
  const checks = parts.filter((token) => token === '{check}');
  const dated = parts.some((token) => token === '{year}' || token === '{yy}');
  return [
    ...unknown.map((field) => fault('number_unknown_field', path, { field, known: FIELDS })),
    ...(literal.length === 0 ? [] : [fault('number_literal', path, { characters: literal.join('') })]),
    ...(sequences.length === 1 ? [] : [fault('number_sequence', path, { count: sequences.length, seq: '{seq:5}' })]),
    ...(checks.length === 1 && parts.at(-1) === '{check}'
      ? []
      : [fault('number_check_place', path, { check: '{check}' })]),
    ...(format.restart === 'never' || dated
      ? []
      : [fault('number_year_missing', path, { year: '{year}', yy: '{yy}' })]),
  ];
}

/**
 * Number formats that cannot be written or read back: ill-formed patterns, numbers that would repeat each year, and kinds
 * whose numbers could be taken for one another.
 */
export function numberFormatFaults(numbers: Scheme['numbers']): readonly ContentFault[] {
  const malformed = NUMBER_KINDS.flatMap((kind) => patternFaults(kind, numbers[kind]));
  const sound = NUMBER_KINDS.filter((kind) => !malformed.some((found) => found.path[1] === kind));
  const alike = sound.flatMap((kind, index) =>
    sound
      .slice(0, index)
      .filter((earlier) => couldBeEither(numbers[kind], numbers[earlier]))
      .map((earlier) => fault('numbers_alike', ['numbers', kind, 'pattern'], { kind, other: earlier })),
  );
  return [...malformed, ...alike];
}
