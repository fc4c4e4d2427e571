import type { FiledContent } from '../../app/case/find-office-case.ts';
import type { Answer } from '../../core/case/answer-kinds.ts';
import type { SectionId } from '../../core/case/application-items.ts';
import type { TableRow } from '../../core/case/application-parts.ts';
import type { Application } from '../../core/case/application.ts';
import { tableOf } from '../../core/case/form-items.ts';
import type { CriteriaSet, Scheme } from '../../core/scheme/scheme.ts';
import { columnFields, itemFields, type FormField } from '../../formats/application-form/form-fields.ts';
import { message } from '../../i18n/message.ts';
import { answerWords } from '../parts/answer-words.ts';
import type { View } from '../view.ts';

/** One thing that was answered, in the reader's words. */
export type FiledFact = {
  readonly question: string;
  /** Undefined where nothing was given. */
  readonly answer: string | undefined;
  readonly field: FormField;
};

/** A row of a table: what stands in its columns. */
export type FiledRow = readonly FiledFact[];

/** An item of the form as the format check goes through it: a section, or a criterion. */
export type FiledItem = {
  readonly item: string;
  readonly title: string;
  readonly facts: readonly FiledFact[];
  readonly table: { readonly title: string; readonly rows: readonly FiledRow[] } | undefined;
  /** Names of the files its answers speak of. */
  readonly evidence: readonly string[];
};

/** The form a case was filed on. */
type FiledForm = { readonly scheme: Scheme; readonly set: CriteriaSet };

function givenIn(application: Application, { id, section }: FormField): Answer | undefined {
  if (section === 'scope' || section === 'profile') return application[section][id.slice(section.length + 1)];
  const answers: TableRow = application.answers;
  return answers[id];
}

function factOf(view: View, field: FormField, answer: Answer | undefined): FiledFact {
  return { question: field.label[view.language], answer: answerWords(view, field, answer), field };
}

function sectionItem(view: View, form: FiledForm, application: Application, section: SectionId): FiledItem {
  const asked = { ...form, words: message };
  const fields = itemFields(asked, () => true).filter((field) => field.section === section);
  const table = tableOf(section);
  const columns = table === undefined ? [] : columnFields(table, asked);
  const rows: readonly TableRow[] = table === undefined ? [] : application[table];
  return {
    item: section,
    title: view.say(`section.${section}`),
    facts: fields.map((field) => factOf(view, field, givenIn(application, field))),
    table:
      table === undefined
        ? undefined
        : {
            title: view.say(`table.${table}`),
            rows: rows.map((row) => columns.map((field) => factOf(view, field, row[field.item.id]))),
          },
    evidence: [],
  };
}

function criterionItem(view: View, form: FiledForm, application: Application, item: string): FiledItem {
  const criterion = item.slice('determination:'.length);
  const title = form.set.criteria.find(({ id }) => id === criterion)?.title[view.language] ?? '';
  const judged = application.determinations.filter((row) => row.criterion === criterion);
  const columns = columnFields('determinations', { ...form, words: message }).filter(
    ({ item: column }) => column.id !== 'criterion',
  );
  const rows = judged.map((row: TableRow) =>
    columns.flatMap((field) => {
      const answer = row[field.item.id];
      return answer === undefined ? [] : [factOf(view, field, answer)];
    }),
  );
  const [only = [], ...others] = rows;
  return {
    item,
    title: `${criterion} ${title}`,
    facts: others.length === 0 ? only : [],
    table: others.length === 0 ? undefined : { title: view.say('table.determinations'), rows },
    evidence: [...new Set(judged.flatMap(({ evidence }) => evidence ?? []))],
  };
}

/** One item of what was filed, in the reader's words. */
export function filedItem(
  view: View,
  form: FiledForm,
  application: FiledContent['application'],
  item: string,
): FiledItem {
  return item.startsWith('determination:')
    ? criterionItem(view, form, application, item)
    : sectionItem(view, form, application, item as SectionId);
}
