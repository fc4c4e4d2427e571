import type { OutlineFont } from '../typeface/outline-font.ts';
import { placePath } from '../typeface/path.ts';
import type { InkedArea } from './inked-area.ts';

/** Where a line of text begins: the left end of its baseline, and its em. */
type LinePlace = { readonly x: number; readonly baseline: number; readonly size: number };

/** A line of text as outlines, so that no viewer or printing house needs the font. */
export function lineOutline(text: string, font: OutlineFont, { x, baseline, size }: LinePlace): InkedArea {
  let advance = 0;
  const path = Array.from(text).flatMap((character) => {
    const glyph = font.findGlyph(character);
    if (glyph === undefined) return [];
    const placed = placePath(glyph.outline, { x: x + advance * size, y: baseline, scale: size });
    advance += glyph.advance;
    return placed;
  });
  return { path, rule: 'nonzero' };
}
