import { isAlwaysRequired } from '../../core/case/item-requirements.ts';
import { TABLES, type ItemId, type TableId } from '../../core/case/application-items.ts';
import type { Application } from '../../core/case/application.ts';
import { choiceKey, choiceLexicon } from './choice-lexicon.ts';
import type { Form } from './form-choices.ts';
import { columnFields, itemFields, type FormField } from './form-fields.ts';
import type { Asked } from './answer-reader.ts';

/** A form made ready for reading: every question with the spellings of its choices, by its path. Made once, used often. */
export type ReadableForm = {
  readonly form: Form;
  /** Items, scope and profile questions by path. */
  readonly items: ReadonlyMap<string, Asked>;
  /** Columns of each table by column id. */
  readonly tables: Readonly<Record<TableId, ReadonlyMap<string, Asked>>>;
};

/** The ids of the tables of the form, in their order. */
export const TABLE_IDS = Object.keys(TABLES) as readonly TableId[];

function asked(field: FormField): Asked {
  return { field, lexicon: field.choices === undefined ? undefined : choiceLexicon(field.choices) };
}

/** Makes a form ready for reading. */
export function readableForm(form: Form): ReadableForm {
  const fields = itemFields(form, (item) => isAlwaysRequired(item as ItemId));
  const tables = TABLE_IDS.map((table) => [
    table,
    new Map(columnFields(table, form).map((field) => [field.item.id, asked(field)])),
  ]);
  return {
    form,
    items: new Map(fields.map((field) => [field.id, asked(field)])),
    tables: Object.fromEntries(tables) as ReadableForm['tables'],
  };
}

/** What people write into the interface column to say that a verdict is for the product as a whole. */
const WHOLE_PRODUCT = new Set(
  ['全て', '全部', 'すべて', '全体', '製品全体', '-', 'ALL', 'WHOLEPRODUCT'].map(choiceKey),
);

/**
 * The application with the interfaces named in its determinations spelt as in its list of interfaces, whatever the width
 * or spacing; "all" stands for the product as a whole.
 */
export function withListedInterfaces(application: Application): Application {
  const listed = new Map(application.interfaces.map(({ name }) => [choiceKey(name ?? ''), name]));
  const determinations = application.determinations.map((row) => {
    if (row.interface === undefined) return row;
    const key = choiceKey(row.interface);
    const { interface: written, ...rest } = row;
    const name = listed.get(key) ?? written;
    return WHOLE_PRODUCT.has(key) && !listed.has(key) ? rest : { ...rest, interface: name };
  });
  return { ...application, determinations };
}
