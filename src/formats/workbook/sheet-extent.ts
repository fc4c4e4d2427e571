import { columnNumber } from './cell-address.ts';
import { leadsWithPosition, readPlainPosition, type Position } from './plain-position.ts';
import { scanMarkup, type Tag } from './scan-markup.ts';
import { tagAttributes } from './tag-attributes.ts';

/** How far the content of a sheet reaches; rows and columns count from 1, formatting without content does not count. */
type SheetExtent = {
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Whether some cell states a position that is none. */
  readonly misplaced: boolean;
  /** XML elements in the part; fewer where the walk ended early. */
  readonly elements: number;
};

/** The names of the elements that matter here, their letters read as one number. */
const NAME = { c: 0x63, f: 0x66, is: 0x6973, row: 0x726f77, v: 0x76 } as const;
const LONGEST_NAME = 3;
const QUOTE = 0x22;
const POSITION = /^([A-Za-z]{1,3})([1-9][0-9]{0,6})$/;

/** A tag's name as one number; 0 for names longer than any that matters. */
function shortName(xml: Uint8Array, { nameStart, nameEnd }: Tag): number {
  if (nameEnd - nameStart > LONGEST_NAME) return 0;
  let name = 0;
  for (let at = nameStart; at < nameEnd; at += 1) name = (name << 8) | (xml[at] ?? 0);
  return name;
}

/** The attribute `r` of a row or cell, without reading the others where it comes first. */
function statedPosition(xml: Uint8Array, tag: Tag): string | undefined {
  const at = tag.nameEnd;
  if (leadsWithPosition(xml, at)) {
    return Buffer.from(xml.buffer, xml.byteOffset + at + 4, tag.end - at - 4).toString(
      'latin1',
      0,
      xml.indexOf(QUOTE, at + 4) - at - 4,
    );
  }
  return tagAttributes(xml, tag).get('r');
}

/** Follows rows and cells through a sheet and remembers the furthest that holds a value or a formula. */
class ExtentWalk {
  lastRow = 0;
  lastColumn = 0;
  misplaced = false;
  #row = 0;
  /** Where the cell stands that the walk is in, or came through last. */
  readonly #cell: Position = { row: 0, column: 0 };
  #inCell = false;
  readonly #xml: Uint8Array;

  constructor(xml: Uint8Array) {
    this.#xml = xml;
  }

  visit(tag: Tag): void {
    const name = shortName(this.#xml, tag);
    if (name === NAME.c) this.#startOrEndCell(tag);
    else if (name === NAME.v || name === NAME.f || name === NAME.is) this.#content();
    else if (name === NAME.row && !tag.closing) this.#startRow(tag);
  }

  #startRow(tag: Tag): void {
    this.#row = Number(statedPosition(this.#xml, tag) ?? '') || this.#row + 1;
    this.#cell.column = 0;
  }

  #startOrEndCell(tag: Tag): void {
    this.#inCell = !tag.closing && !tag.selfClosing;
    if (!tag.closing && !readPlainPosition(this.#xml, tag.nameEnd, this.#cell)) this.#locateCell(tag);
  }

  /** For a position in another spelling, and for a cell that states none and stands next to the one before. */
  #locateCell(tag: Tag): void {
    const reference = statedPosition(this.#xml, tag);
    if (reference === undefined || reference === '') {
      this.#cell.column += 1;
      this.#cell.row = this.#row;
      return;
    }
    const position = POSITION.exec(reference);
    if (position === null) this.misplaced = true;
    this.#cell.column = columnNumber(position?.[1] ?? '');
    this.#cell.row = Number(position?.[2] ?? 0);
  }

  #content(): void {
    if (!this.#inCell) return;
    if (this.#cell.row > this.lastRow) this.lastRow = this.#cell.row;
    if (this.#cell.column > this.lastColumn) this.lastColumn = this.#cell.column;
  }
}

/** Measures a worksheet part without parsing it; the walk ends as soon as a bound is exceeded. */
export function sheetExtent(xml: Uint8Array, bounds: { readonly rows: number; readonly columns: number }): SheetExtent {
  const walk = new ExtentWalk(xml);
  const { elements } = scanMarkup(xml, (tag) => {
    walk.visit(tag);
    return !walk.misplaced && walk.lastRow <= bounds.rows && walk.lastColumn <= bounds.columns;
  });
  return { lastRow: walk.lastRow, lastColumn: walk.lastColumn, misplaced: walk.misplaced, elements };
}
