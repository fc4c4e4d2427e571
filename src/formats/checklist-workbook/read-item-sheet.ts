import type { Answer } from '../../core/case/answer-kinds.ts';
import type { Asked } from '../application-form/answer-reader.ts';
import type { SheetCell } from '../workbook/sheet-table.ts';
import { headingKey, type ChecklistLexicon, type ItemColumn, type Meaning } from './checklist-lexicon.ts';
import type { PartPlaces } from './checklist-places.ts';
import type { FormerHeadings, FoundSheet } from './find-sheets.ts';
import type { Findings } from './findings.ts';
import { cellText, type SheetRow } from './sheet-rows.ts';
import { isFilled, slotAnswer, type Slot } from './slot-answer.ts';

/** The answers of the sheet of single questions, by path, and where they stand. */
type ItemAnswers = { readonly answers: ReadonlyMap<string, Answer>; readonly places: PartPlaces };

type Question = { readonly asked: Asked; readonly row: number; readonly slots: Slot[] };

function columnNumbers(sheet: FoundSheet): Readonly<Record<ItemColumn, number | undefined>> {
  const at = (wanted: ItemColumn): number | undefined =>
    sheet.columns.find(({ meaning }) => meaning === wanted)?.column;
  return { id: at('id'), item: at('item'), answer: at('answer') };
}

function cellIn({ cells }: SheetRow, column: number | undefined): SheetCell | undefined {
  return column === undefined ? undefined : cells.find((cell) => cell.column === column);
}

/** The question a row is about: by its id, or by its words where the id is gone. */
function meaningOf(texts: readonly string[], lexicon: ChecklistLexicon, former: FormerHeadings): Meaning | undefined {
  for (const text of texts) {
    const key = headingKey(text);
    const meaning = key === '' ? undefined : (lexicon.itemRows.get(key) ?? former.get('items')?.get(key));
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** Gathers the answer cells of every question; rows that are no question of the form are noted when they hold an answer. */
function gather(
  sheet: FoundSheet,
  lexicon: ChecklistLexicon,
  { former, findings }: { readonly former: FormerHeadings; readonly findings: Findings },
): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  const columns = columnNumbers(sheet);
  for (const row of sheet.rows) {
    const texts = [cellText(cellIn(row, columns.id)), cellText(cellIn(row, columns.item))];
    const cell = cellIn(row, columns.answer);
    const meaning = meaningOf(texts, lexicon, former);
    if (typeof meaning !== 'object') {
      const item = texts.find((text) => text !== '');
      if (item !== undefined && cell !== undefined && isFilled(cell)) {
        findings.note('extra_row', sheet, { item: item.slice(0, 80) }, cell);
      }
      continue;
    }
    const { asked, part } = meaning;
    const question = questions.get(asked.field.id) ?? { asked, row: row.row, slots: [] };
    if (cell !== undefined) question.slots.push({ part, cell });
    questions.set(asked.field.id, question);
  }
  return questions;
}

/** Reads the sheet of single questions. */
export function readItemSheet(
  sheet: FoundSheet,
  lexicon: ChecklistLexicon,
  context: { readonly former: FormerHeadings; readonly findings: Findings },
): ItemAnswers {
  const questions = gather(sheet, lexicon, context);
  const answers = new Map<string, Answer>();
  for (const [path, { asked, slots }] of questions) {
    const cells = slots.map(({ cell }) => cell);
    context.findings.remark(sheet, cells);
    const read = slotAnswer(slots, asked, 'item_twice');
    if (!read.ok) context.findings.refuse(sheet, { ...read.error, path });
    else if (read.value !== undefined) answers.set(path, read.value);
  }
  const answerColumn = columnNumbers(sheet).answer;
  const places: PartPlaces = {
    sheet: sheet.table.name,
    rowOf: (path) => questions.get(path)?.row,
    columnOf: () => answerColumn,
    rowOfCriterion: () => undefined,
  };
  return { answers, places };
}
