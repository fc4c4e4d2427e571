import { readXlsx, type Sheet } from 'hucre/xlsx';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { cellAddress } from './cell-address.ts';
import { inspectArchive, type InspectedArchive } from './inspect-archive.ts';
import { packStored } from './pack-archive.ts';
import type { SheetTable } from './sheet-table.ts';
import { toSheetTables } from './to-sheet-tables.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** Whatever the parser throws on a hostile part is the file's fault: it sees nothing that was not inspected. */
async function parseSheets(archive: InspectedArchive): Promise<Result<Sheet[], WorkbookRefusal>> {
  const names = new Set(archive.sheetNames);
  try {
    const workbook = await readXlsx(packStored(archive.parts), {
      sheets: (info) => names.has(info.name),
      range: `A1:${cellAddress(archive.lastRow, archive.lastColumn)}`,
    });
    return ok(workbook.sheets);
  } catch (error) {
    return refused({ code: 'unreadable_workbook', reason: error instanceof Error ? error.message : 'unknown' });
  }
}

/**
 * Reads a workbook in the calling thread: inspection, parser, reduction. For the reading thread only; callers elsewhere
 * use `readWorkbook`, which can be ended when a file takes too long.
 */
export async function parseWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits,
): Promise<Result<SheetTable[], WorkbookRefusal>> {
  const archive = await inspectArchive(bytes, limits);
  if (!archive.ok) return archive;
  const sheets = await parseSheets(archive.value);
  return sheets.ok ? toSheetTables(sheets.value, limits.mergedCells) : sheets;
}
