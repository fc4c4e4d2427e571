import type { SheetCell, SheetTable } from '../workbook/sheet-table.ts';

/** A row of a sheet that holds anything, with its cells from left to right. */
export type SheetRow = { readonly row: number; readonly cells: readonly SheetCell[] };

/** The rows of a sheet from top to bottom; the cells of a sheet come in that order. */
export function sheetRows({ cells }: SheetTable): readonly SheetRow[] {
  const rows: { row: number; cells: SheetCell[] }[] = [];
  let current: { row: number; cells: SheetCell[] } | undefined;
  for (const cell of cells) {
    if (current?.row !== cell.row) {
      current = { row: cell.row, cells: [] };
      rows.push(current);
    }
    current.cells.push(cell);
  }
  return rows;
}

/** What a cell shows as text, for headings and ids. */
export function cellText(cell: SheetCell | undefined): string {
  return cell === undefined || cell.kind === 'empty' ? '' : String(cell.value);
}
