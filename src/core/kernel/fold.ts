/** Hyphen look-alikes that NFKC leaves apart: hyphens, dashes, minus, long-vowel marks. */
const HYPHENS = /[\u002d\u00ad\u2010-\u2015\u2043\u2212\u30fc\ufe58\ufe63\uff0d\uff70]/g;

/** Controls, bidirectional marks and variation selectors: never part of what somebody meant to type. */
const INVISIBLE = /[\p{Cc}\p{Cf}\ufe00-\ufe0f]/gu;

/** Visible ASCII: nothing to fold but case. */
const PLAIN = /^[\x21-\x7e]*$/;

/**
 * The form in which identifiers (numbers, codes, mail addresses) are compared: any width, case and spacing is one.
 * Never use it for names of people or companies: NFKC alters kanji.
 */
export function foldIdentifier(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-').replace(/\s+/gu, '').toUpperCase();
}

/** The key under which a number or model designation is found: folded, with hyphens, slashes, dots and brackets left out. */
export function searchKey(text: string): string {
  return foldIdentifier(text).replace(/[-_/.,()[\]]/g, '');
}

/**
 * A name or sentence as its writer meant it: outer space, controls and bidirectional marks removed, nothing else altered
 * (neither NFC nor NFKC, which replace kanji in names). Line breaks survive as LF; half a surrogate pair becomes U+FFFD.
 */
export function asTyped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}
