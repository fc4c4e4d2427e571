import type { Language } from '../../core/kernel/text.ts';
import type { OutlineFont } from '../typeface/outline-font.ts';

/** Room for a text: width and height, the largest and the smallest em, in one unit. */
export type TextRoom = {
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  readonly smallest: number;
  readonly maxLines: number;
};

/** A text broken into lines at one size. */
type FittedText = { readonly lines: readonly string[]; readonly size: number };

/** Distance of two baselines, in em. */
export const LINE_STEP = 1.2;

/** Breaks a text between words so that it stands as large as its room allows; undefined when it has no room at all. */
export function fitText(text: string, font: OutlineFont, room: TextRoom, language: Language): FittedText | undefined {
  const pieces = unbreakablePieces(text, language);
  let best: FittedText | undefined;
  for (let count = 1; count <= room.maxLines; count += 1) {
    const lines = evenLines(pieces, font, count);
    const widest = Math.max(...lines.map((line) => textWidth(line, font)));
    const size = Math.min(room.largest, room.width / widest, room.height / (1 + (lines.length - 1) * LINE_STEP));
    if (size >= room.smallest - 1e-9 && size > (best?.size ?? 0) + 1e-9) best = { lines, size };
  }
  return best;
}

/** Width of a line in em. */
export function textWidth(line: string, font: OutlineFont): number {
  return Array.from(line).reduce((width, character) => width + (font.findGlyph(character)?.advance ?? 0), 0);
}

const OPENING = /^[\p{Ps}\p{Pi}]+$/u;

/** Words with what must not stand at the beginning of a line after them, or at its end before them. */
function unbreakablePieces(text: string, language: Language): string[] {
  const pieces: string[] = [];
  let opening = '';
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (OPENING.test(segment)) opening += segment;
    else if (isWordLike === true || opening !== '' || pieces.length === 0) {
      pieces.push(opening + segment);
      opening = '';
    } else pieces.push((pieces.pop() ?? '') + segment);
  }
  return opening === '' ? pieces : [...pieces, opening];
}

/** At most so many lines, of which the widest is as narrow as the words allow. */
function evenLines(pieces: readonly string[], font: OutlineFont, count: number): string[] {
  let low = 0;
  let high = textWidth(pieces.join(''), font);
  for (let round = 0; round < 20; round += 1) {
    const middle = (low + high) / 2;
    if (filledLines(pieces, font, middle).length <= count) high = middle;
    else low = middle;
  }
  return filledLines(pieces, font, high + 1e-6);
}

function filledLines(pieces: readonly string[], font: OutlineFont, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && textWidth((line + piece).trimEnd(), font) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}
