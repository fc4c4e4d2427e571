import { foldIdentifier } from '../kernel/fold.ts';

/** How many recovery codes a person is given at a time. */
export const RECOVERY_CODES = 10;

/** Crockford's base 32: no letter that is read as a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 24;

/**
 * A code as it is written down, six groups of four, from at least 120 bits in hexadecimal: so many that a plain hash of it
 * gives nothing away (ASVS 5.0, 6.5.2).
 */
export function toRecoveryCode(hex: string): string {
  let bits = BigInt(`0x${hex.slice(0, 30)}`);
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code = (ALPHABET[Number(bits & 31n)] ?? '') + code;
    bits >>= 5n;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as somebody typed it, in the one form that is hashed: any width, case, hyphens, and O, I, L for digits. */
export function foldRecoveryCode(typed: string): string {
  return foldIdentifier(typed).replace(/-/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
