import type { Answer } from '../../core/case/answer-kinds.ts';
import { choiceValues } from '../../core/case/choice-values.ts';
import type { Application } from '../../core/case/application.ts';
import type { Form } from '../application-form/form-choices.ts';
import type { CellWithChoice, TemplateColumn, TemplateSheet, TemplateValue } from '../workbook/workbook-template.ts';
import { shownAnswer, type ChecklistCell, type Showing } from './checklist-cells.ts';
import { ITEM_HEADINGS, itemCells, requirementOf, sheetWord } from './checklist-layout.ts';
import type { ChoiceLists } from './choice-lists.ts';

/** What the sheets of one workbook are made from. */
export type Writing = {
  readonly form: Form;
  readonly showing: Showing;
  readonly application: Application;
  /** Choices such as terms are those in force on this day. */
  readonly today: Temporal.PlainDate;
  readonly lists: ChoiceLists;
};

const WIDTHS = [30, 24, 44, 16, 14, 50, 60] as const;
const ANSWER_COLUMN = ITEM_HEADINGS.indexOf('head.answer');

/** The names a cell lets choose from today, in the language of the workbook. */
export function choiceNames(cell: ChecklistCell, writing: Writing): readonly string[] {
  const { field, part } = cell;
  const { form, showing, application, today } = writing;
  const { words, language } = showing;
  if (field.item.kind === 'yes-no') return [words(language, 'answer.yes'), words(language, 'answer.no')];
  if (field.item.kind === 'choices') return part === undefined ? [] : [words(language, 'answer.marked')];
  if (field.choices === undefined || field.item.choices === undefined) return [];
  const allowed = choiceValues(field.item.choices, { scheme: form.scheme, set: form.set, application, today });
  return field.choices.filter(({ id }) => allowed.includes(id)).map(({ name }) => name[language]);
}

function answerOf({ field }: ChecklistCell, application: Application): Answer | undefined {
  const question = field.id.slice(field.id.indexOf('.') + 1);
  if (field.section === 'scope') return application.scope[question];
  if (field.section === 'profile') return application.profile[question];
  return (application.answers as Readonly<Record<string, Answer | undefined>>)[field.id];
}

function itemRow(cell: ChecklistCell, { showing, application }: Writing): readonly TemplateValue[] {
  const { language, words } = showing;
  const { field } = cell;
  return [
    cell.key,
    field.section === undefined ? null : words(language, `section.${field.section}`),
    cell.label[language],
    words(language, `requirement.${requirementOf(field)}`),
    words(language, `audience.${field.item.audience}`),
    shownAnswer(cell, answerOf(cell, application), showing),
    field.help[language],
  ];
}

/** The sheet of single questions: one row a question, or one for each of several choices. */
export function itemSheet(writing: Writing): TemplateSheet {
  const { form, showing, lists } = writing;
  const { language, words } = showing;
  const cells = itemCells(form);
  const columns = ITEM_HEADINGS.map((heading, index): TemplateColumn => ({
    header: words(language, heading),
    width: WIDTHS[index] ?? 20,
    wrap: heading !== 'head.id',
    answer: heading === 'head.answer',
  }));
  const choices = cells.flatMap((cell, row): readonly CellWithChoice[] => {
    const choice = lists.choiceOf(choiceNames(cell, writing));
    return choice === undefined ? [] : [{ row, column: ANSWER_COLUMN, choice }];
  });
  return {
    name: words(language, sheetWord('items')),
    columns,
    rows: cells.map((cell) => itemRow(cell, writing)),
    choices,
    frozen: { rows: 1, columns: 0 },
  };
}
