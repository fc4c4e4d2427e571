import type { TableRow } from '../../core/case/application-parts.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { readAnswer } from './answer-reader.ts';
import { choiceKey } from './choice-lexicon.ts';
import type { UnreadableCode } from './form-fault.ts';
import type { ReadableForm } from './readable-form.ts';
import { WORKBOOK_LIMITS } from '../workbook/workbook-limits.ts';

/** Columns of the list of models, as they stand in a spreadsheet a vendor copies from. */
const COLUMNS = ['number', 'name', 'tradeItemNumber', 'difference'] as const;

/** Most rows of the list, as in every other file an application comes in. */
const MOST_ROWS = WORKBOOK_LIMITS.rows;

/** Most lines that are told at a time; who mends so many sees the next. */
const MOST_FAULTS = 200;

const CELL_BREAK = /\t/u;
const COMMAS = /[,，、]/u;

/** Why a line of the list cannot be read. */
export type ModelFault = {
  /** From 1. */
  readonly line: number;
  readonly code: UnreadableCode | 'too_many_cells' | 'too_many_rows';
  readonly params: Readonly<Record<string, string | number>>;
};

type Columns = ReadableForm['tables']['models'];

/** The list of models as text: a line each, cells between tabs, as spreadsheets paste it. */
export function modelsText(rows: readonly TableRow[]): string {
  // every column of the list is a text
  return linesOf(rows.map((row) => COLUMNS.map((column) => String(row[column] ?? ''))));
}

function linesOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join('\t').trimEnd()).join('\n');
}

/** The cells of a line: between tabs, or else between commas. */
function cellsOf(line: string): readonly string[] {
  return line.split(CELL_BREAK.test(line) ? CELL_BREAK : COMMAS).map(asTyped);
}

function readLine(cells: readonly string[], line: number, columns: Columns) {
  const faults: ModelFault[] =
    cells.length > COLUMNS.length ? [{ line, code: 'too_many_cells', params: { most: COLUMNS.length } }] : [];
  const row = COLUMNS.flatMap((column, at) => {
    const asked = columns.get(column);
    const typed = cells[at] ?? '';
    if (asked === undefined || typed === '') return [];
    const read = readAnswer(typed, asked);
    if (!read.ok) faults.push({ line, ...read.error });
    return read.ok && read.value !== undefined ? [[column, read.value] as const] : [];
  });
  return { row: Object.fromEntries(row), faults };
}

/** A list of models read from its text, and the first lines that cannot be read with why; too long a list is not read. */
export function readModelsText(
  text: string,
  { tables }: Pick<ReadableForm, 'tables'>,
): { readonly rows: readonly TableRow[]; readonly faults: readonly ModelFault[] } {
  const lines = text.split('\n').map((line, place) => ({ line, number: place + 1 }));
  const filled = lines.filter(({ line }) => line.trim() !== '');
  const beyond = filled[MOST_ROWS];
  if (beyond !== undefined) {
    return { rows: [], faults: [{ line: beyond.number, code: 'too_many_rows', params: { most: MOST_ROWS } }] };
  }
  const read = filled.map(({ line, number }) => readLine(cellsOf(line), number, tables.models));
  return { rows: read.map(({ row }) => row), faults: read.flatMap(({ faults }) => faults).slice(0, MOST_FAULTS) };
}

/** The columns by what a heading may call them: in either language or by their id. */
function columnsByHeading(columns: Columns): ReadonlyMap<string, (typeof COLUMNS)[number]> {
  const named = COLUMNS.flatMap((column) => {
    const { ja, en } = columns.get(column)?.field.label ?? {};
    return [column, ja, en].flatMap((name) => (name === undefined ? [] : ([[choiceKey(name), column]] as const)));
  });
  // where two share a name the first keeps it
  return new Map(named.toReversed());
}

/**
 * The text of the list for a table saved by a spreadsheet. A first row with the heading of the model number names the
 * columns, and columns with other headings are left out by name; without it they stand in the order of the form.
 */
export function modelsTextOfTable(
  table: readonly (readonly string[])[],
  { tables }: Pick<ReadableForm, 'tables'>,
): { readonly text: string; readonly leftOut: readonly string[]; readonly hasHeadings: boolean } {
  const plain = table.map((cells) => cells.map((cell) => asTyped(cell.replaceAll(/[\t\r\n]+/gu, ' '))));
  const [head = [], ...below] = plain;
  const columns = columnsByHeading(tables.models);
  const named = head.map((heading) => (heading === '' ? undefined : columns.get(choiceKey(heading))));
  if (!named.includes('number')) return { text: linesOf(plain), leftOut: [], hasHeadings: false };
  const places = COLUMNS.map((column) => named.indexOf(column));
  return {
    text: linesOf(below.map((cells) => places.map((place) => cells[place] ?? ''))),
    leftOut: head.filter((heading, place) => named[place] === undefined && heading !== ''),
    hasHeadings: true,
  };
}

/** The model number of each line of a list, empty where a line has none. */
export function numbersInText(text: string): readonly string[] {
  return text.split('\n').map((line) => cellsOf(line)[0] ?? '');
}
