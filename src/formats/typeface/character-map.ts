/** Finds the glyph of a Unicode code point; 0 means that the font cannot draw it. */
export type CharacterMap = (codePoint: number) => number;

const SEGMENTED_COVERAGE = 12;

/** Reads the full Unicode mapping of a font (OpenType specification, cmap format 12). */
export function readCharacterMap(cmap: DataView): CharacterMap {
  const table = findSegmentedCoverage(cmap);
  const groups = cmap.getUint32(table + 12);
  return (codePoint) => {
    let low = 0;
    let high = groups - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = table + 16 + middle * 12;
      const first = cmap.getUint32(group);
      if (codePoint < first) high = middle - 1;
      else if (codePoint > cmap.getUint32(group + 4)) low = middle + 1;
      else return cmap.getUint32(group + 8) + codePoint - first;
    }
    return 0;
  };
}

function findSegmentedCoverage(cmap: DataView): number {
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const offset = cmap.getUint32(4 + index * 8 + 4);
    if (cmap.getUint16(offset) === SEGMENTED_COVERAGE) return offset;
  }
  throw new Error('the font holds no full Unicode mapping');
}
