import type { Column, Item } from '../../core/case/answer-kinds.ts';
import { ITEMS, SECTIONS, TABLES, type SectionId, type TableId } from '../../core/case/application-items.ts';
import type { Localized } from '../../core/kernel/text.ts';
import { inBoth, namedChoices, type Form, type NamedChoice } from './form-choices.ts';
import type { FormWordKey } from './form-words.ts';

/** A question of the form as this scheme asks it, with its words: an item, a question of the scheme, or a column. */
export type FormField = {
  readonly item: Item;
  /** The path of the answer; for a column the path without the row (`models.number`). */
  readonly id: string;
  readonly section?: SectionId | undefined;
  readonly table?: TableId | undefined;
  readonly required: boolean;
  readonly label: Localized;
  readonly help: Localized;
  readonly choices: readonly NamedChoice[] | undefined;
};

function itemField(item: Item, form: Form, required: boolean): FormField {
  const word = `item.${item.id}` as FormWordKey;
  return {
    item,
    id: item.id,
    section: item.id.slice(0, item.id.indexOf('.')) as SectionId,
    required,
    label: inBoth(form.words, word),
    help: inBoth(form.words, `${word}.help` as FormWordKey),
    choices: namedChoices(item, form),
  };
}

function schemeField(section: 'scope' | 'profile', question: SchemeQuestion): FormField {
  const id = `${section}.${question.id}`;
  return {
    item: { id, kind: 'yes-no', audience: 'confidential' },
    id,
    section,
    required: true,
    label: question.question,
    help: question.help,
    choices: undefined,
  };
}

type SchemeQuestion = { readonly id: string; readonly question: Localized; readonly help: Localized };

/** The single questions in the order of the form, those of the scheme (scope, profile) in their places. */
export function itemFields(form: Form, isRequired: (item: string) => boolean): readonly FormField[] {
  const scope = form.scheme.scopeQuestions.map((question) => ({ ...question, help: question.outOfScope }));
  return SECTIONS.flatMap((section): readonly FormField[] => {
    if (section === 'scope') return scope.map((question) => schemeField('scope', question));
    if (section === 'profile') return form.set.features.map((feature) => schemeField('profile', feature));
    return ITEMS.filter((item) => item.id.startsWith(`${section}.`)).map((item) =>
      itemField(item, form, isRequired(item.id)),
    );
  });
}

/** The questions of one table, a column each. */
export function columnFields(table: TableId, form: Form): readonly FormField[] {
  const columns: readonly Column[] = TABLES[table];
  return columns.map((column) => {
    const id = `${table}.${column.id}`;
    const word = `column.${id}` as FormWordKey;
    return {
      item: column,
      id,
      table,
      required: column.required,
      label: inBoth(form.words, word),
      help: inBoth(form.words, `${word}.help` as FormWordKey),
      choices: namedChoices(column, form, table),
    };
  });
}
