import type { Answer } from '../../core/case/answer-kinds.ts';
import type { TableId } from '../../core/case/application-items.ts';
import type { TemplateColumn, TemplateSheet, TemplateValue } from '../workbook/workbook-template.ts';
import { shownAnswer, type ChecklistCell } from './checklist-cells.ts';
import { columnCells, sheetWord } from './checklist-layout.ts';
import { choiceNames, type Writing } from './write-item-sheet.ts';

/** The rows of a table as the sheets see them: answers by column. */
type Cells = Readonly<Record<string, Answer | undefined>>;

/** Empty rows after the filled ones: formatted as text, so that Excel does not turn model numbers into dates. */
const EMPTY_ROWS = 40;

/** Rows an interface may stand in for the drop-down of the determinations. */
const INTERFACE_ROWS = 100;

const WIDTH_OF_KIND: Readonly<Record<string, number>> = {
  text: 24,
  'long-text': 60,
  'web-address': 36,
  'trade-item-number': 20,
  day: 14,
  'yes-no': 14,
  choice: 22,
  choices: 14,
  'file-names': 26,
};

const LONGEST_PROMPT = { title: 32, text: 255 };

/** The drop-down of interfaces follows the sheet on which they are listed. */
function interfaceChoice({ showing: { words, language } }: Writing): TemplateColumn['choice'] {
  return { range: `'${words(language, sheetWord('interfaces'))}'!$A$2:$A$${String(INTERFACE_ROWS + 1)}` };
}

/** The column of a sheet in which one cell of every row answers a question. */
export function answerColumn(cell: ChecklistCell, writing: Writing): TemplateColumn {
  const { language } = writing.showing;
  const { item } = cell.field;
  const choice =
    item.choices === 'interfaces' ? interfaceChoice(writing) : writing.lists.choiceOf(choiceNames(cell, writing));
  const help = cell.field.help[language];
  return {
    header: cell.label[language],
    width: WIDTH_OF_KIND[item.kind] ?? 24,
    format: item.kind === 'day' ? 'day' : 'text',
    wrap: true,
    answer: true,
    ...(choice && { choice }),
    prompt: {
      title: cell.label[language].slice(0, LONGEST_PROMPT.title),
      text: help.slice(0, LONGEST_PROMPT.text),
    },
  };
}

/** The values of one row of a table. */
export function answerValue(cell: ChecklistCell, row: Cells, writing: Writing): TemplateValue {
  return shownAnswer(cell, row[cell.field.item.id], writing.showing);
}

/** The sheet of a table whose rows the vendor writes: models, interfaces, personal data, services. */
export function tableSheet(table: Exclude<TableId, 'determinations'>, writing: Writing): TemplateSheet {
  const { form, showing, application } = writing;
  const cells = columnCells(table, form);
  const rows: readonly Cells[] = [...application[table], ...Array.from({ length: EMPTY_ROWS }, () => ({}))];
  return {
    name: showing.words(showing.language, sheetWord(table)),
    columns: cells.map((cell) => answerColumn(cell, writing)),
    rows: rows.map((row) => cells.map((cell) => answerValue(cell, row, writing))),
    frozen: { rows: 1, columns: 1 },
  };
}
