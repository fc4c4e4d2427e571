import type { AnswerChange } from '../../app/case/save-answers.ts';
import type { SectionTable } from '../../core/case/application-items.ts';
import type { TableRow } from '../../core/case/application-parts.ts';
import type { Asked } from '../../formats/application-form/answer-reader.ts';
import { modelsText, readModelsText, type ModelFault } from '../../formats/application-form/models-text.ts';
import type { Fault } from '../parts/error-summary.ts';
import type { View } from '../view.ts';
import type { DeskCase } from './desk-form.ts';
import { rawAnswer, sentRaw, type RawValue } from './raw-answer.ts';
import { readRaw, unreadableWords, type Before, type ReadChanges } from './read-changes.ts';

/** A row of a table as its fields show it, by column. */
export type RawRow = Readonly<Record<string, RawValue>>;

/** Whether a name is that of a table filled in as cards, a card a row. */
export function isCardTable(name: string): name is Exclude<SectionTable, 'models'> {
  return name === 'interfaces' || name === 'personalData' || name === 'services';
}

/** Most rows a form of cards takes; more are for the workbook. */
const MOST_ROWS = 200;

/** The box that takes a row out: chosen answers cannot be made blank again. */
export const REMOVE = 'remove';

/** The name of the field of a cell. */
export function cellName(table: SectionTable, row: number, column: string): string {
  return `${table}.${String(row)}.${column}`;
}

function columnsOf({ readable }: DeskCase, table: SectionTable): readonly (readonly [string, Asked])[] {
  return [...readable.tables[table]];
}

/** The rows of a table as fields show them. */
export function rawRows(rows: readonly TableRow[]): readonly RawRow[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([id, answer]) => [id, rawAnswer(answer)])));
}

/** The rows sent in the cards of a table; a card left blank is no row. */
function sentRows(form: URLSearchParams, desk: DeskCase, table: SectionTable): readonly RawRow[] {
  const columns = columnsOf(desk, table).map(([column]) => column);
  return Array.from({ length: MOST_ROWS }, (_, row): RawRow => {
    if (form.has(cellName(table, row, REMOVE))) return {};
    const cells = columns.map((column): [string, RawValue] => [
      column,
      sentRaw(form.getAll(cellName(table, row, column))),
    ]);
    return Object.fromEntries(cells.filter(([, raw]) => raw.length > 0));
  }).filter((row) => Object.keys(row).length > 0);
}

function readRows(
  view: View,
  desk: DeskCase,
  { table, rows }: { readonly table: SectionTable; readonly rows: readonly RawRow[] },
): { readonly rows: readonly TableRow[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const read = rows.map((row, place) => {
    const cells = columnsOf(desk, table).flatMap(([column, asked]) => {
      const answer = readRaw(row[column] ?? [], { asked });
      if (answer.ok) return answer.value === undefined ? [] : [[column, answer.value] as const];
      const label = asked.field.label[view.language];
      const words = view.say('desk.labelled', { label, words: unreadableWords(view, answer.error) });
      faults.push({ field: cellName(table, place, column), words });
      return [];
    });
    return Object.fromEntries(cells);
  });
  return { rows: read, faults };
}

function isRawRow(value: unknown): value is RawRow {
  return typeof value === 'object' && value !== null && Object.values(value).every(Array.isArray);
}

/** Rows kept as they were typed, because something in them cannot be read yet. */
export function keptRows(unread: string | undefined): readonly RawRow[] | undefined {
  if (unread === undefined) return undefined;
  const value: unknown = JSON.parse(unread);
  return Array.isArray(value) && value.every(isRawRow) ? value : undefined;
}

/** Under which name a form tells what its table held when it was made. */
const asBefore = (table: SectionTable): string => `table.${table}`;

/** What a table held when its form was made, as the form tells it: one text. */
export function tableBefore(table: SectionTable, rows: readonly TableRow[]): Before {
  const text = table === 'models' ? modelsText(rows) : JSON.stringify(rawRows(rows));
  return { [asBefore(table)]: [text] };
}

function previousRows(view: View, desk: DeskCase, table: SectionTable, before: Before): readonly TableRow[] {
  const text = before[asBefore(table)]?.[0] ?? '';
  if (table === 'models') return readModelsText(text, desk.readable).rows;
  try {
    return readRows(view, desk, { table, rows: keptRows(text === '' ? '[]' : text) ?? [] }).rows;
  } catch {
    return [];
  }
}

function changeOf(
  table: SectionTable,
  before: readonly TableRow[],
  read: { readonly rows: readonly TableRow[]; readonly typed: string; readonly hasFaults: boolean },
): AnswerChange {
  const part = { kind: 'table', table } as const;
  return read.hasFaults ? { part, before, after: before, unread: read.typed } : { part, before, after: read.rows };
}

function wordsOfModelFault(view: View, { code, params }: Omit<ModelFault, 'line'>): string {
  if (code === 'too_many_cells') return view.say('desk.models.too-many-cells');
  return code === 'too_many_rows'
    ? view.say('desk.models.too-many-rows', params)
    : unreadableWords(view, { code, params });
}

function modelFaultWords(view: View, { line, ...fault }: ModelFault): string {
  const words = wordsOfModelFault(view, fault);
  return view.say('desk.models.fault', { line, words });
}

/** What somebody changed in the list of models by writing its text anew. */
export function readModels(
  view: View,
  desk: DeskCase,
  { typed, previous }: { readonly typed: string; readonly previous: readonly TableRow[] },
): ReadChanges {
  const { rows, faults } = readModelsText(typed, desk.readable);
  const change = changeOf('models', previous, { rows, typed, hasFaults: faults.length > 0 });
  return {
    changes: [change],
    faults: faults.map((fault) => ({ field: 'models', words: modelFaultWords(view, fault) })),
  };
}

/** What somebody changed in a table; a table is filled in as a whole, so one unreadable cell keeps all of it as typed. */
export function readTableChange(
  view: View,
  form: URLSearchParams,
  { desk, table, before }: { readonly desk: DeskCase; readonly table: SectionTable; readonly before: Before },
): ReadChanges {
  const previous = previousRows(view, desk, table, before);
  if (table === 'models') {
    if (!form.has('models')) return { changes: [], faults: [] };
    const typed = form.get('models')?.replaceAll('\r\n', '\n') ?? '';
    return readModels(view, desk, { typed, previous });
  }
  const raw = sentRows(form, desk, table);
  const { rows, faults } = readRows(view, desk, { table, rows: raw });
  const change = changeOf(table, previous, { rows, typed: JSON.stringify(raw), hasFaults: faults.length > 0 });
  return { changes: [change], faults };
}
