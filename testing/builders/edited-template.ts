import type { TemplateSheet, TemplateValue, WorkbookTemplate } from '../../src/formats/workbook/workbook-template.ts';

/** A change to one cell: the sheet, the row whose first cell begins with a text or has a number (from 1), the heading. */
export type CellEdit = {
  readonly sheet: string;
  readonly row: string | number;
  readonly column: string;
  readonly value: TemplateValue;
};

function rowNumber({ rows }: TemplateSheet, row: string | number): number {
  return typeof row === 'number' ? row - 1 : rows.findIndex(([first]) => first === row);
}

function withCell(sheet: TemplateSheet, edit: CellEdit): TemplateSheet {
  const row = rowNumber(sheet, edit.row);
  const column = sheet.columns.findIndex(({ header }) => header === edit.column);
  if (row < 0 || column < 0) throw new Error(`no cell ${JSON.stringify(edit)}`);
  const rows = sheet.rows.map((cells, place) => (place === row ? cells.with(column, edit.value) : cells));
  return { ...sheet, rows };
}

/** A template with some cells changed, as people change them in a spreadsheet. */
export function withEdits(template: WorkbookTemplate, edits: readonly CellEdit[]): WorkbookTemplate {
  const sheets = template.sheets.map((sheet) =>
    edits.filter((edit) => edit.sheet === sheet.name).reduce(withCell, sheet),
  );
  const unknown = edits.find((edit) => !template.sheets.some(({ name }) => name === edit.sheet));
  if (unknown !== undefined) throw new Error(`no sheet ${unknown.sheet}`);
  return { ...template, sheets };
}

/** A template without one row of a sheet. */
export function withoutRow(template: WorkbookTemplate, sheet: string, row: string | number): WorkbookTemplate {
  const sheets = template.sheets.map((candidate) =>
    candidate.name === sheet
      ? { ...candidate, rows: candidate.rows.filter((_, place) => place !== rowNumber(candidate, row)) }
      : candidate,
  );
  return { ...template, sheets };
}
