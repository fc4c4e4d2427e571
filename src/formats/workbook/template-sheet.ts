import type { Cell, CellStyle, CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre/xlsx';
import { cellAddress, columnLetters } from './cell-address.ts';
import { daySerial } from './day-serial.ts';
import { rowHeight } from './row-height.ts';
import type { TemplateColumn, TemplateSheet, TemplateValue } from './workbook-template.ts';

/** Rows below the given ones in which choices and prompts still help, for lists that their writer continues. */
const SPARE_ROWS = 200;

const NUMBER_FORMATS = { text: '@', number: 'General', day: 'yyyy-mm-dd' } as const;
const [HEADER_FILL, GIVEN_FILL] = ['1F3A5F', 'F1F3F5'] as const;

const LINE = { style: 'thin', color: { rgb: 'C9CFD6' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const HEADER_STYLE: CellStyle = {
  font: { name: 'Yu Gothic', size: 11, bold: true, color: { rgb: 'FFFFFF' } },
  border: BORDER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: HEADER_FILL } },
  alignment: { vertical: 'center', wrapText: true },
};

function columnStyle(column: TemplateColumn): CellStyle {
  const style: CellStyle = {
    numFmt: NUMBER_FORMATS[column.format ?? 'text'],
    alignment: { vertical: 'top', wrapText: column.wrap === true },
    border: BORDER,
  };
  return column.answer === false
    ? { ...style, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: GIVEN_FILL } } }
    : style;
}

/** A day counts as a number only where its column shows it as a day; elsewhere it stays readable as text. */
function plainValue(value: TemplateValue, column: TemplateColumn | undefined): CellValue {
  if (typeof value !== 'object' || value === null) return value;
  return column?.format === 'day' ? daySerial(value.day) : value.day;
}

/** One validation carries both the list and the prompt: two on one cell would be a file that Excel repairs. */
function toValidation(column: Pick<TemplateColumn, 'choice' | 'prompt'>, range: string): DataValidation | undefined {
  const { choice, prompt } = column;
  if (choice === undefined && prompt === undefined) return undefined;
  const shown =
    prompt === undefined ? {} : { showInputMessage: true, inputTitle: prompt.title, inputMessage: prompt.text };
  if (choice === undefined) {
    // A prompt alone still needs a condition, one that no text can fail.
    return { type: 'textLength', operator: 'greaterThanOrEqual', formula1: '0', allowBlank: true, range, ...shown };
  }
  const source = choice.range === undefined ? { values: [...(choice.values ?? [])] } : { formula1: choice.range };
  const errorStyle = choice.strict === true ? 'stop' : 'warning';
  return { type: 'list', ...source, allowBlank: true, showErrorMessage: true, errorStyle, range, ...shown };
}

function toValidations(sheet: TemplateSheet): DataValidation[] {
  const lastRow = sheet.rows.length + 1 + SPARE_ROWS;
  const ofCells = (sheet.choices ?? []).map(({ row, column, choice }) =>
    toValidation({ choice }, cellAddress(row + 2, column + 1)),
  );
  const ofColumns = sheet.columns.map((column, index) => {
    const letters = columnLetters(index + 1);
    return toValidation(column, `${letters}2:${letters}${lastRow}`);
  });
  return [...ofCells, ...ofColumns].filter((validation) => validation !== undefined);
}

function headerCells(sheet: TemplateSheet): Map<string, Partial<Cell>> {
  return new Map(
    sheet.columns.map(({ header }, index) => [`0,${index}`, { value: header, type: 'string', style: HEADER_STYLE }]),
  );
}

function rowHeights({ rows, columns }: TemplateSheet): Map<number, { height: number }> {
  const headers = columns.map(({ header }) => header);
  const wrapped = columns.map((column) => ({ ...column, wrap: true }));
  const heights = [rowHeight(headers, wrapped), ...rows.map((row) => rowHeight(row, columns))];
  return new Map(heights.flatMap((height, index) => (height === undefined ? [] : [[index, { height }] as const])));
}

/** A template sheet in the terms of the library that writes it; sheet protection stays off. */
export function toWriteSheet(sheet: TemplateSheet): WriteSheet {
  const headers = sheet.columns.map(({ header }) => header);
  const columns: ColumnDef[] = sheet.columns.map((column) => ({ width: column.width, style: columnStyle(column) }));
  const lastCell = cellAddress(Math.max(sheet.rows.length, 1) + 1, Math.max(headers.length, 1));
  const table =
    sheet.table === undefined
      ? []
      : [{ name: sheet.table, range: `A1:${lastCell}`, columns: headers.map((name) => ({ name })) }];
  return {
    name: sheet.name,
    columns,
    rows: [headers, ...sheet.rows.map((row) => row.map((value, index) => plainValue(value, sheet.columns[index])))],
    cells: headerCells(sheet),
    rowDefs: rowHeights(sheet),
    dataValidations: toValidations(sheet),
    freezePane: sheet.frozen ?? { rows: 1 },
    tables: table,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    hidden: sheet.hidden === true,
  };
}
