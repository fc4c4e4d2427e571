import { encodeQR } from 'qr';
import { ok, refused, type Result } from '../../core/kernel/result.ts';

/** The two-dimensional code of a label: rows of modules, true = dark, without quiet zone, and the address it holds. */
export type LabelCode = { readonly modules: readonly (readonly boolean[])[]; readonly address: string };

/** Versions in use: 3 (29 modules) to 10 (57); shorter addresses get version 3 too, so that labels look alike. */
const SMALLEST_VERSION = 3;
const SMALLEST_SIDE = 29;

/** Characters that version 10 holds at level Q (ISO/IEC 18004, table 7). */
const LARGEST_CONTENT = { alphanumeric: 221, byte: 151 } as const;

/** What the code's alphanumeric mode can write (ISO/IEC 18004, table 5): 5.5 bits a character instead of 8. */
const ALPHANUMERIC = /^[0-9A-Z $%*+./:-]*$/;

/** The code for a product information page, at error correction level Q (25 %). */
export function encodeLabelCode(
  pageUrl: string,
): Result<LabelCode, { readonly code: 'page_address_unusable' | 'page_address_too_long' }> {
  const address = codeAddress(pageUrl);
  if (address === undefined) return refused({ code: 'page_address_unusable' });
  const modules = fittingModules(address);
  return modules === undefined ? refused({ code: 'page_address_too_long' }) : ok({ modules, address });
}

/**
 * The address as the code spells it: in capitals where that makes the code smaller, untouched where a character of it
 * has no place in the alphanumeric mode.
 */
function codeAddress(pageUrl: string): string | undefined {
  if (!URL.canParse(pageUrl)) return undefined;
  const { href, protocol } = new URL(pageUrl);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  const capitals = href.toUpperCase();
  return ALPHANUMERIC.test(capitals) ? capitals : href;
}

function fittingModules(address: string): boolean[][] | undefined {
  const encoding = ALPHANUMERIC.test(address) ? 'alphanumeric' : 'byte';
  if (address.length > LARGEST_CONTENT[encoding]) return undefined;
  const encode = (version?: number): boolean[][] =>
    withoutBorder(encodeQR(address, 'raw', { ecc: 'quartile', encoding, border: 1, version }));
  const modules = encode();
  return modules.length < SMALLEST_SIDE ? encode(SMALLEST_VERSION) : modules;
}

/** The encoder draws at least one light module around. */
function withoutBorder(modules: readonly boolean[][]): boolean[][] {
  return modules.slice(1, -1).map((row) => row.slice(1, -1));
}
