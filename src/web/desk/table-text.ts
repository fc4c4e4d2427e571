import type { TableRow } from '../../core/case/application-parts.ts';
import type { ReadableForm } from '../../formats/application-form/readable-form.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import type { View } from '../view.ts';
import { rawAnswer } from './raw-answer.ts';
import { readRaw, unreadableWords } from './read-changes.ts';

/** Columns of the list of models, as they stand in a spreadsheet a vendor copies from. */
const MODEL_COLUMNS = ['number', 'name', 'tradeItemNumber', 'difference'] as const;

const CELL_BREAK = /\t/u;
const COMMAS = /[,，、]/u;

/** The list of models as text: a line each, cells between tabs, as spreadsheets paste it. */
export function modelsText(rows: readonly TableRow[]): string {
  return rows
    .map((row) =>
      MODEL_COLUMNS.map((column) => rawAnswer(row[column]).join(' '))
        .join('\t')
        .trimEnd(),
    )
    .join('\n');
}

/** The cells of a line: between tabs, or else between commas. */
function cellsOf(line: string): readonly string[] {
  return line.split(CELL_BREAK.test(line) ? CELL_BREAK : COMMAS).map(asTyped);
}

/** A list of models read from its text, and every line that cannot be read with why. */
export function readModelsText(
  view: View,
  text: string,
  { tables }: ReadableForm,
): { readonly rows: readonly TableRow[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const rows = text.split('\n').flatMap((line, place): readonly TableRow[] => {
    if (line.trim() === '') return [];
    const cells = cellsOf(line);
    const fault = (words: string): void => {
      faults.push(view.say('desk.models.fault', { line: place + 1, words }));
    };
    if (cells.length > MODEL_COLUMNS.length) fault(view.say('desk.models.too-many-cells'));
    const row = MODEL_COLUMNS.flatMap((column, at) => {
      const asked = tables.models.get(column);
      const typed = cells[at] ?? '';
      if (asked === undefined || typed === '') return [];
      const read = readRaw([typed], { asked });
      if (!read.ok) fault(unreadableWords(view, read.error));
      return read.ok && read.value !== undefined ? [[column, read.value] as const] : [];
    });
    return [Object.fromEntries(row)];
  });
  return { rows, faults };
}
