import { EMPTY_APPLICATION, type Application } from '../../core/case/application.ts';
import { knownAnswers } from '../../core/case/known-answers.ts';
import type { DraftMarks } from '../../core/case/part-marks.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import type { Form } from '../application-form/form-choices.ts';
import type { WorkbookTemplate } from '../workbook/workbook-template.ts';
import { CHECKLIST_REVISED } from './checklist-version.ts';
import { choiceLists } from './choice-lists.ts';
import { criteriaSheet } from './write-criteria-sheet.ts';
import { itemSheet, type Writing } from './write-item-sheet.ts';
import { metaSheet, readmeSheet } from './write-readme-sheet.ts';
import { tableSheet } from './write-table-sheet.ts';

/** What is already known of the applicant and need not be asked. */
export type KnownVendor = Partial<Omit<Organisation, 'id' | 'kind'>>;

/** What a checklist workbook is made for. */
export type ChecklistWish = {
  readonly form: Form;
  readonly language: Language;
  /** Choices such as terms are those in force on this day. */
  readonly today: Temporal.PlainDate;
  /** An application to go on with; without it the workbook is empty. */
  readonly application?: Application | undefined;
  /** Of the draft the application is, so that what was changed on either side can be told when the workbook comes back. */
  readonly marks?: DraftMarks | undefined;
  /** Fills in what an empty workbook would ask the applicant. */
  readonly vendor?: KnownVendor | undefined;
};

/** The sheets of the checklist workbook: read me, single questions, tables, criteria, and two hidden ones. */
export function checklistTemplate({
  form,
  language,
  today,
  application,
  vendor,
  marks,
}: ChecklistWish): WorkbookTemplate {
  const lists = choiceLists();
  const writing: Writing = {
    form,
    showing: { language, words: form.words },
    application: application ?? { ...EMPTY_APPLICATION, answers: knownAnswers(vendor ?? {}) },
    today,
    lists,
  };
  const sheets = [
    readmeSheet(writing),
    itemSheet(writing),
    ...(['models', 'interfaces', 'personalData', 'services'] as const).map((table) => tableSheet(table, writing)),
    criteriaSheet(writing),
    metaSheet(writing, marks),
  ];
  const title = `${form.scheme.name[language]} ${levelOf(form.scheme, form.set.level).name[language]}`;
  return { title, language, revised: CHECKLIST_REVISED, sheets: [...sheets, ...lists.sheet()] };
}
