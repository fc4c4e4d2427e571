import { readCharacterMap, type CharacterMap } from './character-map.ts';
import { fontTable, readFontTables } from './font-tables.ts';
import { readGlyphOutline, type GlyphBytes } from './glyph-outline.ts';
import type { Path } from './path.ts';

/** A glyph as it is drawn: how far it moves on and its outline, both in em (y pointing down, 0 = baseline). */
export type Glyph = { readonly advance: number; readonly outline: Path };

/** A typeface whose characters can be measured and drawn as outlines, without any font on the viewer's side. */
export type OutlineFont = {
  /** Undefined where the font has no such character. */
  readonly findGlyph: (character: string) => Glyph | undefined;
};

/** Opens a TrueType file that came with the software; a damaged file is a bug and throws. */
export function parseOutlineFont(bytes: Uint8Array): OutlineFont {
  const tables = readFontTables(bytes);
  const unitsPerEm = fontTable(tables, 'head').getUint16(18);
  const glyphOf = readCharacterMap(fontTable(tables, 'cmap'));
  const advances = fontTable(tables, 'hmtx');
  const lastAdvance = fontTable(tables, 'hhea').getUint16(34) - 1;
  const bytesOf = glyphBytes(fontTable(tables, 'head'), fontTable(tables, 'loca'), fontTable(tables, 'glyf'));
  const known = new Map<string, Glyph | undefined>();
  const read = (character: string): Glyph | undefined => {
    const glyph = findGlyphIndex(character, glyphOf);
    if (glyph === 0) return undefined;
    const advance = advances.getUint16(Math.min(glyph, lastAdvance) * 4) / unitsPerEm;
    return { advance, outline: inEm(readGlyphOutline(glyph, bytesOf), unitsPerEm) };
  };
  return {
    findGlyph: (character) => {
      if (known.size > 2_000) known.clear();
      if (!known.has(character)) known.set(character, read(character));
      return known.get(character);
    },
  };
}

function findGlyphIndex(character: string, glyphOf: CharacterMap): number {
  const codePoint = character.codePointAt(0);
  return codePoint === undefined || String.fromCodePoint(codePoint) !== character ? 0 : glyphOf(codePoint);
}

function glyphBytes(head: DataView, loca: DataView, glyf: DataView): GlyphBytes {
  const long = head.getInt16(50) === 1;
  const offset = (glyph: number): number => (long ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  return (glyph) => {
    const start = offset(glyph);
    const length = offset(glyph + 1) - start;
    return length === 0 ? undefined : new DataView(glyf.buffer, glyf.byteOffset + start, length);
  };
}

function inEm(path: Path, unitsPerEm: number): Path {
  return path.map((step) => {
    if (step[0] === 'Z') return step;
    if (step[0] === 'Q') {
      return ['Q', step[1] / unitsPerEm, step[2] / unitsPerEm, step[3] / unitsPerEm, step[4] / unitsPerEm];
    }
    return [step[0], step[1] / unitsPerEm, step[2] / unitsPerEm];
  });
}
