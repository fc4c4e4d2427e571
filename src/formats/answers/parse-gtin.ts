import { foldIdentifier } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { BlankAnswer, TypedAnswer } from './typed-answer.ts';

/** Why what was typed is not a trade item number. */
type GtinRefusal = BlankAnswer | { readonly code: 'not_a_gtin' } | { readonly code: 'check_digit_wrong' };

const LENGTHS = [8, 12, 13, 14] as const;

/**
 * The sum of a GTIN's digits, weighted 3 and 1 in turn so that the check digit counts once, is a multiple of ten (GS1
 * General Specifications, 7.9 (unconfirmed)).
 */
function checkDigitHolds(gtin14: string): boolean {
  return (
    Array.from(gtin14, Number).reduce((sum, digit, index) => sum + digit * (index % 2 === 0 ? 3 : 1), 0) % 10 === 0
  );
}

/**
 * A JAN, EAN, UPC or GTIN of 8, 12, 13 or 14 digits as GTIN-14. A numeric cell has lost its leading zeros, so a number
 * of any length in between is taken if its check digit holds.
 */
export function parseGtin(raw: TypedAnswer): Result<string, GtinRefusal> {
  const digits = foldIdentifier(String(raw)).replace(/-/g, '');
  if (digits === '') return refused({ code: 'blank' });
  const length = LENGTHS.find((allowed) =>
    typeof raw === 'number' ? digits.length <= allowed : digits.length === allowed,
  );
  if (!/^\d+$/.test(digits) || length === undefined || digits.length < 7 || /^0+$/.test(digits)) {
    return refused({ code: 'not_a_gtin' });
  }
  const gtin = digits.padStart(14, '0');
  return checkDigitHolds(gtin) ? ok(gtin) : refused({ code: 'check_digit_wrong' });
}
