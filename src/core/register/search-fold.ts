/** Code points of the small katakana that precede their large form: a, i, u, e, o, tsu, ya, yu, yo, wa. */
const SMALL_BEFORE_LARGE = new Set([0x30a1, 0x30a3, 0x30a5, 0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30ee]);

/** The other small katakana, ka and ke, and their large forms. */
const OTHER_LARGE = new Map([
  [0x30f5, 0x30ab],
  [0x30f6, 0x30b1],
]);

/**
 * Kanji that names are written with in an older form, and after each the form people type: taka, saki (two), be (two), sawa,
 * hama (two), toku, hiro, kuni, sai (two), sakura, shima, ryu, shin, sei, ei, kei, jitsu, se, so, kan.
 */
const NEWER_KANJI = new Map([
  [0x9ad9, 0x9ad8],
  [0xfa11, 0x5d0e],
  [0x5d5c, 0x5d0e],
  [0x908a, 0x8fba],
  [0x9089, 0x8fba],
  [0x6fa4, 0x6ca2],
  [0x6ff5, 0x6d5c],
  [0x6ff1, 0x6d5c],
  [0x5fb7, 0x5fb3],
  [0x5ee3, 0x5e83],
  [0x570b, 0x56fd],
  [0x9f4b, 0x658e],
  [0x9f4a, 0x6589],
  [0x6afb, 0x685c],
  [0x5d8b, 0x5cf6],
  [0x9f8d, 0x7adc],
  [0x771e, 0x771f],
  [0x6df8, 0x6e05],
  [0x69ae, 0x6804],
  [0x60e0, 0x6075],
  [0x5be6, 0x5b9f],
  [0x7028, 0x702c],
  [0x66fe, 0x66fd],
  [0x8218, 0x9928],
]);

function newerKanji(kanji: string): string {
  const code = kanji.codePointAt(0) ?? 0;
  return String.fromCodePoint(NEWER_KANJI.get(code) ?? code);
}

function largeKana(kana: string): string {
  const code = kana.charCodeAt(0);
  return String.fromCharCode(SMALL_BEFORE_LARGE.has(code) ? code + 1 : (OTHER_LARGE.get(code) ?? code));
}

/**
 * The key under which names are found, never shown: any width, case, kana, small kana, long-vowel mark, hyphen and space
 * is one, and so are older and newer forms of kanji. Applying it twice changes nothing.
 */
export function searchFold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cc}\p{Cf}\ufe00-\ufe0f\s]/gu, '')
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[\u30a1-\u30f6]/g, largeKana)
    .replace(/[\u30fc\u2010-\u2015\u2212_~\u30fb,.()[\]/-]/g, '')
    .replace(/\p{Script=Han}/gu, newerKanji)
    .normalize('NFC');
}
