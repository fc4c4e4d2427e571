import type { MergeRange, Sheet } from 'hucre/xlsx';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { cellAddress } from './cell-address.ts';
import { cellContent } from './cell-content.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** The cells of a merged range apart from its first, within the area the sheet uses; by row and column from 0. */
function coverCells(merge: MergeRange, sheet: Sheet, covered: Map<string, string>, limit: number): void {
  const first = cellAddress(merge.startRow + 1, merge.startCol + 1);
  const lastRow = Math.min(merge.endRow, sheet.rows.length - 1);
  for (let row = merge.startRow; row <= lastRow; row += 1) {
    const lastColumn = Math.min(merge.endCol, (sheet.rows[row]?.length ?? 0) - 1);
    for (let column = merge.startCol; column <= lastColumn; column += 1) {
      if (row === merge.startRow && column === merge.startCol) continue;
      covered.set(cellAddress(row + 1, column + 1), first);
      if (covered.size > limit) return;
    }
  }
}

function coveredCells(sheet: Sheet, limit: number): Map<string, string> {
  const covered = new Map<string, string>();
  for (const merge of sheet.merges ?? []) {
    if (covered.size > limit) break;
    coverCells(merge, sheet, covered, limit);
  }
  return covered;
}

function toCell(sheet: Sheet, row: number, column: number, coveredBy: string | undefined): SheetCell | undefined {
  const position = { row: row + 1, column: column + 1, address: cellAddress(row + 1, column + 1) };
  if (coveredBy !== undefined) return { kind: 'empty', coveredBy, ...position };
  const detail = sheet.cells?.get(`${row},${column}`);
  const content = cellContent(sheet.rows[row]?.[column] ?? null, detail?.type === 'error');
  if (detail?.formula !== undefined) return { ...(content ?? { kind: 'empty' }), ...position, formula: true };
  return content === undefined ? undefined : { ...content, ...position };
}

function toTable(sheet: Sheet, covered: ReadonlyMap<string, string>): SheetTable {
  const cells: SheetCell[] = [];
  sheet.rows.forEach((row, rowIndex) => {
    row.forEach((_, columnIndex) => {
      const coveredBy = covered.size === 0 ? undefined : covered.get(cellAddress(rowIndex + 1, columnIndex + 1));
      const cell = toCell(sheet, rowIndex, columnIndex, coveredBy);
      if (cell !== undefined) cells.push(cell);
    });
  });
  return { name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, cells };
}

/** The parsed sheets as plain tables that can cross threads; a merged range keeps only its first cell's value. */
export function toSheetTables(sheets: readonly Sheet[], mergedCells: number): Result<SheetTable[], WorkbookRefusal> {
  const tables: SheetTable[] = [];
  let hidden = 0;
  for (const sheet of sheets) {
    const covered = coveredCells(sheet, mergedCells);
    hidden += covered.size;
    if (hidden > mergedCells) return refused({ code: 'too_many_merged_cells', limit: mergedCells, found: hidden });
    tables.push(toTable(sheet, covered));
  }
  return ok(tables);
}
