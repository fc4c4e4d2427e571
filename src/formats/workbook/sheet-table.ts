/** What a cell holds. Only cells with content, and cells covered by a merged range, are listed. */
export type CellContent =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** A calendar day `YYYY-MM-DD`, whatever its display format or era; `time` is `HH:MM:SS` where the cell states one. */
  | { readonly kind: 'day'; readonly value: string; readonly time?: string }
  /** An error value as the sheet shows it, such as `#N/A`. */
  | { readonly kind: 'error'; readonly value: string }
  /** No content: covered by the merged range whose first cell is named, or a formula without a stored result. */
  | { readonly kind: 'empty'; readonly coveredBy?: string };

/** One cell of a sheet; row and column count from 1, the address is what its writer sees, such as `B12`. */
export type SheetCell = CellContent & {
  readonly row: number;
  readonly column: number;
  readonly address: string;
  /** Present where the value was computed by a formula; the value is the one stored when the file was saved. */
  readonly formula?: true;
};

/** One sheet as plain data, in row-major order. Rich text is flattened; line breaks within a cell are LF. */
export type SheetTable = {
  readonly name: string;
  /** Whether people who open the file see the sheet only after unhiding it. */
  readonly hidden: boolean;
  readonly cells: readonly SheetCell[];
};

/** The cells of a sheet by their address. */
export function cellsByAddress(table: SheetTable): ReadonlyMap<string, SheetCell> {
  return new Map(table.cells.map((cell) => [cell.address, cell]));
}
