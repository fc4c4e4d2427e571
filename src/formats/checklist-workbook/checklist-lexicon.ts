import { foldIdentifier } from '../../core/kernel/fold.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { TableId } from '../../core/case/application-items.ts';
import type { Asked } from '../application-form/answer-reader.ts';
import type { Form } from '../application-form/form-choices.ts';
import type { FormField } from '../application-form/form-fields.ts';
import type { FormWordKey } from '../application-form/form-words.ts';
import { readableForm, TABLE_IDS, type ReadableForm } from '../application-form/readable-form.ts';
import { checklistCells } from './checklist-cells.ts';
import { CRITERION_HEADINGS, ITEM_HEADINGS, sheetWord } from './checklist-layout.ts';

/** A part of the form that has a sheet of its own: the single questions, or a table. */
export type PartId = 'items' | TableId;
/** All parts, in the order of the form. */
export const PART_IDS: readonly PartId[] = ['items', ...TABLE_IDS];

/** What a heading or an item id stands for: a question, or one of its several cells; nothing where it only explains. */
export type Meaning = { readonly asked: Asked; readonly part: string | undefined } | 'explanation';

/** The three columns of the sheet of single questions that carry meaning. */
export type ItemColumn = 'id' | 'item' | 'answer';

/** Everything by which a workbook is understood, made once for a form and used for any number of files. */
export type ChecklistLexicon = {
  readonly readable: ReadableForm;
  readonly itemColumns: ReadonlyMap<string, ItemColumn | 'explanation'>;
  /** Rows of the sheet of single questions, by id and by label. */
  readonly itemRows: ReadonlyMap<string, Meaning>;
  /** Headings of the tables. */
  readonly headings: Readonly<Record<TableId, ReadonlyMap<string, Meaning>>>;
  /** Names sheets go by in either language. */
  readonly sheetNames: ReadonlyMap<string, PartId | 'readme'>;
};

/** Most cells for names of files that are looked for beside each other. */
const MOST_FILES = 30;
const LANGUAGE_LIST: readonly Language[] = ['ja', 'en'];

/** The form in which headings are compared: any width, case, spacing and line breaks are one, and so are list signs. */
export function headingKey(text: string): string {
  return foldIdentifier(text).replace(/[:_/.,()[\]※*?・-]/g, '');
}

function meanings(asked: Asked): readonly (readonly [string, Meaning])[] {
  const { field } = asked;
  const whole: Meaning = { asked, part: undefined };
  const cells = checklistCells(field, MOST_FILES).filter(({ part }) => part !== undefined);
  return [
    ...spellings(field, field.id).map((text) => [headingKey(text), whole] as const),
    ...cells.flatMap(({ key, label, part }) =>
      [key, label.ja, label.en].map((text) => [headingKey(text), { asked, part }] as const),
    ),
  ];
}

function spellings(field: FormField, id: string): readonly string[] {
  return [id, field.label.ja, field.label.en];
}

function inBothLanguages<T>(form: Form, entries: readonly (readonly [FormWordKey, T])[]): ReadonlyMap<string, T> {
  return new Map(
    entries.flatMap(([key, value]) =>
      LANGUAGE_LIST.map((language) => [headingKey(form.words(language, key)), value] as const),
    ),
  );
}

function tableHeadings(table: TableId, readable: ReadableForm): ReadonlyMap<string, Meaning> {
  const explained = table === 'determinations' ? CRITERION_HEADINGS : [];
  return new Map([
    ...inBothLanguages<Meaning>(
      readable.form,
      explained.map((heading) => [heading, 'explanation'] as const),
    ),
    ...[...readable.tables[table].values()].flatMap(meanings),
  ]);
}

/** Makes the lexicon of a form. */
export function checklistLexicon(form: Form): ChecklistLexicon {
  const readable = readableForm(form);
  const meaningOf = (heading: string): ItemColumn | 'explanation' =>
    heading === 'head.id' || heading === 'head.item' || heading === 'head.answer'
      ? (heading.slice('head.'.length) as ItemColumn)
      : 'explanation';
  const sheets = PART_IDS.map((part) => [sheetWord(part), part] as const);
  return {
    readable,
    itemColumns: inBothLanguages(
      form,
      ITEM_HEADINGS.map((heading) => [heading, meaningOf(heading)] as const),
    ),
    itemRows: new Map([...readable.items.values()].flatMap(meanings)),
    headings: Object.fromEntries(
      TABLE_IDS.map((table) => [table, tableHeadings(table, readable)]),
    ) as ChecklistLexicon['headings'],
    sheetNames: inBothLanguages<PartId | 'readme'>(form, [...sheets, ['sheet.readme', 'readme']]),
  };
}
