import type { Brand } from '../kernel/brand.ts';
import { checkCharacters, checkLength } from '../kernel/check-character.ts';
import { searchKey } from '../kernel/fold.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { NumberFormat } from './scheme.ts';

/** A number of the scheme as printed, made by `formatNumber` or read by `parseNumber`. */
export type SchemeNumber = Brand<string, 'SchemeNumber'>;

/** What goes into a number besides its literal text. */
export type NumberParts = { readonly stars: number; readonly year: number; readonly sequence: number };

/** Why a text is not a number of the wanted kind; a wrong check character is told apart because a typing slip is likely. */
type NumberFault = { readonly code: 'malformed_number' } | { readonly code: 'wrong_check_character' };

const FIELD = /\{(stars|year|yy|check|seq:(\d+))\}/g;

/** The last place in the sequence for which a format has digits; after it no number can be given. */
export function lastSequence({ pattern }: NumberFormat): number {
  return 10 ** Number(/\{seq:(\d+)\}/.exec(pattern)?.[1] ?? 0) - 1;
}

/** The number for a place in its sequence, with its check characters. Throws when the sequence outgrows its digits. */
export function formatNumber(format: NumberFormat, parts: NumberParts): SchemeNumber {
  const [head = '', tail = ''] = format.pattern
    .replace(FIELD, (field: string, name: string, width?: string) => {
      if (name === 'stars') return String(parts.stars);
      if (name === 'year') return String(parts.year).padStart(4, '0');
      if (name === 'yy') return String(parts.year % 100).padStart(2, '0');
      if (name === 'check') return '\u0000';
      const digits = String(parts.sequence).padStart(Number(width), '0');
      if (digits.length > Number(width))
        throw new Error(`sequence ${digits} does not fit ${field} of ${format.pattern}`);
      return digits;
    })
    .split('\u0000');
  return `${head}${checkCharacters(format.check, searchKey(head))}${tail}` as SchemeNumber;
}

function compactPattern(format: NumberFormat): string {
  return format.pattern.replace(/[-\s/.]/g, '');
}

/** The shape of a number with separators left out: what a reader must match, one group for the check characters. */
function shapeOf(format: NumberFormat): RegExp {
  const check = format.check === 'mod-97-10' ? '\\d' : '[0-9A-Z]';
  const body = compactPattern(format).replace(FIELD, (_field: string, name: string, width?: string) => {
    if (name === 'stars') return '\\d';
    if (name === 'year') return '\\d{4}';
    if (name === 'yy') return '\\d{2}';
    return name === 'check' ? `(${check}{${String(checkLength(format.check))}})` : `\\d{${String(width)}}`;
  });
  return new RegExp(`^${body}$`);
}

/** Puts the pattern's separators back into a compact number. */
function withSeparators(format: NumberFormat, compact: string): string {
  let index = 0;
  const take = (count: number): string => compact.slice(index, (index += count));
  return format.pattern.replace(/\{[^}]+\}|[\s\S]/g, (part) => {
    if (/^[-\s/.]$/.test(part)) return part;
    if (part === '{year}') return take(4);
    if (part === '{yy}') return take(2);
    if (part === '{check}') return take(checkLength(format.check));
    const seq = /^\{seq:(\d+)\}$/.exec(part);
    return take(seq === null ? 1 : Number(seq[1]));
  });
}

/**
 * Reads a number as people type it: any width, case, spacing and hyphenation; the letter O and I are taken for digits only
 * where the shape wants a digit. The check characters must be right.
 */
export function parseNumber(format: NumberFormat, typed: string): Result<SchemeNumber, NumberFault> {
  const key = searchKey(typed.slice(0, 200));
  const shape = shapeOf(format);
  const match = shape.exec(key) ?? shape.exec(digitsWhereWanted(format, key));
  if (match === null) return refused({ code: 'malformed_number' });
  const compact = match[0];
  const checkAt = compact.lastIndexOf(match[1] ?? '');
  const wanted = checkCharacters(format.check, compact.slice(0, checkAt));
  return wanted === match[1]
    ? ok(withSeparators(format, compact) as SchemeNumber)
    : refused({ code: 'wrong_check_character' });
}

function digitsWhereWanted(format: NumberFormat, key: string): string {
  const template = compactPattern(format).replace(FIELD, (_field: string, name: string, width?: string) => {
    if (name === 'check') return (format.check === 'mod-97-10' ? '#' : '?').repeat(checkLength(format.check));
    return '#'.repeat(name === 'year' ? 4 : name === 'yy' ? 2 : name === 'stars' ? 1 : Number(width));
  });
  return Array.from(key, (character, place) =>
    template[place] === '#' ? character.replace('O', '0').replace(/[IL]/, '1') : character,
  ).join('');
}
