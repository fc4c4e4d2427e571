import { corporateCheckDigit, hasRightCheckDigit } from '../../core/parties/corporate-number.ts';
import { foldIdentifier } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { BlankAnswer, TypedAnswer } from './typed-answer.ts';

/** Why what was typed is not a corporate number. */
type CorporateNumberRefusal =
  | BlankAnswer
  | { readonly code: 'not_a_corporate_number' }
  /** The twelve digits of the commercial register: the corporate number has one more in front, as suggested. */
  | { readonly code: 'register_number_typed'; readonly suggestion: string }
  | { readonly code: 'check_digit_wrong' };

/**
 * A corporate number (法人番号) as thirteen digits: any width, spaces, hyphens and the T of invoice numbers are taken.
 * The check digit is only a hint, some swaps of 0 and 9 pass it; the register is the proof.
 */
export function parseCorporateNumber(raw: TypedAnswer): Result<string, CorporateNumberRefusal> {
  const folded = foldIdentifier(String(raw))
    .replace(/^法人番号:?/, '')
    .replace(/^T/, '');
  const digits = folded.replace(/[-.,]/g, '');
  if (digits === '') return refused({ code: 'blank' });
  if (/^\d{12}$/.test(digits)) {
    return refused({ code: 'register_number_typed', suggestion: `${corporateCheckDigit(digits)}${digits}` });
  }
  if (!/^[1-9]\d{12}$/.test(digits)) return refused({ code: 'not_a_corporate_number' });
  return hasRightCheckDigit(digits) ? ok(digits) : refused({ code: 'check_digit_wrong' });
}
