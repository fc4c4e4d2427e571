import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { toWriteSheet } from '../../src/formats/workbook/template-sheet.ts';
import type { WorkbookTemplate } from '../../src/formats/workbook/workbook-template.ts';

/** A sheet as somebody's spreadsheet program holds it: any cell may change, rows from 1 with the headings first. */
export type MessySheet = Omit<WriteSheet, 'rows'> & { rows: NonNullable<WriteSheet['rows']>; name: string };

function messySheet(sheet: WriteSheet): MessySheet {
  return { ...sheet, rows: (sheet.rows ?? []).map((row) => [...row]), cells: new Map(sheet.cells) };
}

/** The number of a column (from 0) by its heading. */
export function columnOf(sheet: MessySheet, heading: string): number {
  const column = sheet.rows[0]?.indexOf(heading) ?? -1;
  if (column < 0) throw new Error(`no column ${heading} on ${sheet.name}`);
  return column;
}

/** The number of a row (from 0) by its first cell. */
export function rowOf(sheet: MessySheet, first: string): number {
  const row = sheet.rows.findIndex(([cell]) => cell === first);
  if (row < 0) throw new Error(`no row ${first} on ${sheet.name}`);
  return row;
}

/** The bytes of a workbook after people have been at it. */
export async function messyWorkbook(
  template: WorkbookTemplate,
  mess: (sheetNamed: (name: string) => MessySheet, sheets: MessySheet[]) => void,
): Promise<Uint8Array> {
  const sheets = template.sheets.map((sheet) => messySheet(toWriteSheet(sheet)));
  mess((name) => {
    const found = sheets.find((sheet) => sheet.name === name);
    if (found === undefined) throw new Error(`no sheet ${name}`);
    return found;
  }, sheets);
  return writeXlsx({ sheets });
}
