import { columnNumber } from './cell-address.ts';
import { scanMarkup, type Tag } from './scan-markup.ts';
import { tagAttributes } from './tag-attributes.ts';

/** How far the content of a sheet reaches; rows and columns count from 1, formatting without content does not count. */
export interface SheetExtent {
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Whether some cell states a position that is none. */
  readonly misplaced: boolean;
}

const CODE = { c: 0x63, f: 0x66, i: 0x69, o: 0x6f, r: 0x72, s: 0x73, v: 0x76 } as const;
const [SPACE, EQUALS, QUOTE] = [0x20, 0x3d, 0x22] as const;
const POSITION = /^([A-Za-z]{1,3})([1-9][0-9]{0,6})$/;

/** The attribute `r` of a row or cell; nearly every writer puts it first, which spares reading the others. */
function statedPosition(xml: Uint8Array, tag: Tag): string | undefined {
  const at = tag.nameEnd;
  if (xml[at] === SPACE && xml[at + 1] === CODE.r && xml[at + 2] === EQUALS && xml[at + 3] === QUOTE) {
    return Buffer.from(xml.buffer, xml.byteOffset + at + 4, tag.end - at - 4).toString(
      'latin1',
      0,
      xml.indexOf(QUOTE, at + 4) - at - 4,
    );
  }
  return tagAttributes(xml, tag).get('r');
}

/** Names that no other name in a sheet shares length and first two letters with. */
const IS = { length: 2, first: CODE.i, second: CODE.s } as const;
const ROW = { length: 3, first: CODE.r, second: CODE.o } as const;

function isName(name: typeof IS | typeof ROW, length: number, first?: number, second?: number): boolean {
  return length === name.length && first === name.first && second === name.second;
}

/** Follows rows and cells through a sheet and remembers the furthest that holds a value or a formula. */
class ExtentWalk {
  lastRow = 0;
  lastColumn = 0;
  misplaced = false;
  #row = 0;
  #column = 0;
  #cellRow = 0;
  #inCell = false;
  readonly #xml: Uint8Array;

  constructor(xml: Uint8Array) {
    this.#xml = xml;
  }

  visit(tag: Tag): void {
    const length = tag.nameEnd - tag.nameStart;
    const first = this.#xml[tag.nameStart];
    const second = this.#xml[tag.nameStart + 1];
    if (length === 1 && first === CODE.c) this.#cell(tag);
    else if (length === 1 ? first === CODE.v || first === CODE.f : isName(IS, length, first, second)) this.#content();
    else if (!tag.closing && isName(ROW, length, first, second)) this.#startRow(tag);
  }

  #startRow(tag: Tag): void {
    this.#row = Number(statedPosition(this.#xml, tag) ?? '') || this.#row + 1;
    this.#column = 0;
  }

  #cell(tag: Tag): void {
    this.#inCell = !tag.closing && !tag.selfClosing;
    if (tag.closing) return;
    const reference = statedPosition(this.#xml, tag);
    if (reference === undefined || reference === '') {
      this.#column += 1;
      this.#cellRow = this.#row;
      return;
    }
    const position = POSITION.exec(reference);
    if (position === null) this.misplaced = true;
    this.#column = columnNumber(position?.[1] ?? '');
    this.#cellRow = Number(position?.[2] ?? 0);
  }

  #content(): void {
    if (!this.#inCell) return;
    if (this.#cellRow > this.lastRow) this.lastRow = this.#cellRow;
    if (this.#column > this.lastColumn) this.lastColumn = this.#column;
  }
}

/** Measures a worksheet part without parsing it; the walk ends as soon as a bound is exceeded. */
export function sheetExtent(xml: Uint8Array, bounds: { readonly rows: number; readonly columns: number }): SheetExtent {
  const walk = new ExtentWalk(xml);
  scanMarkup(xml, (tag) => {
    walk.visit(tag);
    return !walk.misplaced && walk.lastRow <= bounds.rows && walk.lastColumn <= bounds.columns;
  });
  return { lastRow: walk.lastRow, lastColumn: walk.lastColumn, misplaced: walk.misplaced };
}
