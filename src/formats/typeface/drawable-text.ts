import type { OutlineFont } from './outline-font.ts';

/** Characters without a shape of their own, which would hide or turn around what stands beside them. */
const WITHOUT_SHAPE = /[\p{C}\p{M}\p{Zl}\p{Zp}]/u;

/**
 * Joins letters with the marks written after them (か and a separate voicing mark, e and a separate accent) where one
 * character exists for both; nothing else of the text changes, above all no kanji.
 */
export function joinMarks(text: string): string {
  return text.replace(/[^\p{M}\p{Lo}]\p{M}+|[\u3040-\u30ff]\p{M}+/gu, (sequence) => sequence.normalize('NFC'));
}

/** The characters of a text that the font has no shape for, each once, in order; empty when all can be drawn. */
export function findUndrawable(text: string, font: OutlineFont): readonly string[] {
  return [...new Set(text)].filter((character) => !isDrawable(character, font));
}

/**
 * The text with every character that cannot be seen or drawn written out as `[U+202E]`, so that a printed document
 * neither hides nor loses what somebody typed.
 */
export function toDrawableText(text: string, font: OutlineFont): string {
  return Array.from(joinMarks(text), (character) =>
    isDrawable(character, font) ? character : `[U+${codePointDigits(character)}]`,
  ).join('');
}

function isDrawable(character: string, font: OutlineFont): boolean {
  return !WITHOUT_SHAPE.test(character) && font.findGlyph(character) !== undefined;
}

function codePointDigits(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
