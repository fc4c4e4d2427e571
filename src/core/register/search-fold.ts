/** Code points of the small katakana that precede their large form: a, i, u, e, o, tsu, ya, yu, yo, wa. */
const SMALL_BEFORE_LARGE = new Set([0x30a1, 0x30a3, 0x30a5, 0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30ee]);

/** The other small katakana, ka and ke, and their large forms. */
const OTHER_LARGE = new Map([
  [0x30f5, 0x30ab],
  [0x30f6, 0x30b1],
]);

function largeKana(kana: string): string {
  const code = kana.charCodeAt(0);
  return String.fromCharCode(SMALL_BEFORE_LARGE.has(code) ? code + 1 : (OTHER_LARGE.get(code) ?? code));
}

/**
 * The key under which names are found, never shown: any width, case, kana, small kana, long-vowel mark, hyphen and space
 * is one. Applying it twice changes nothing.
 */
export function searchFold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f\s]/gu, '')
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\u30a1-\u30f6]/g, largeKana)
    .replace(/[\u30fc\u2010-\u2015\u2212_~\u30fb,.()[\]/-]/g, '')
    .normalize('NFC');
}
