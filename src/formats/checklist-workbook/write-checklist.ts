import type { Answers, Application } from '../../core/case/application.ts';
import { EMPTY_APPLICATION } from '../../core/case/application.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import type { Form } from '../application-form/form-choices.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
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
  /** Fills in what an empty workbook would ask the applicant. */
  readonly vendor?: KnownVendor | undefined;
};

function vendorAnswers(vendor: KnownVendor): Answers {
  return {
    'vendor.name': vendor.name,
    'vendor.nameEn': vendor.nameEn,
    'vendor.corporateNumber': vendor.corporateNumber,
    'vendor.address': vendor.address,
    'vendor.addressEn': vendor.addressEn,
  };
}

function startingFrom({ application, vendor }: ChecklistWish): Application {
  return application ?? { ...EMPTY_APPLICATION, answers: vendorAnswers(vendor ?? {}) };
}

/**
 * The checklist workbook of a level: empty, or filled from an application so that it can be finished in Excel. The same
 * wish always gives the same bytes. Throws if words of the form cannot be names of sheets: that is a bug.
 */
export async function writeChecklist(wish: ChecklistWish): Promise<Uint8Array> {
  const { form, language, today } = wish;
  const lists = choiceLists();
  const application = startingFrom(wish);
  const writing: Writing = { form, showing: { language, words: form.words }, application, today, lists };
  const sheets = [
    readmeSheet(writing),
    itemSheet(writing),
    ...(['models', 'interfaces', 'personalData', 'services'] as const).map((table) => tableSheet(table, writing)),
    criteriaSheet(writing),
    metaSheet(writing),
  ];
  const title = `${form.scheme.name[language]} ${levelOf(form.scheme, form.set.level).name[language]}`;
  const written = await writeWorkbook({
    title,
    language,
    revised: CHECKLIST_REVISED,
    sheets: [...sheets, ...lists.sheet()],
  });
  if (!written.ok)
    throw new Error(`the checklist of ${form.set.id} cannot be written: ${JSON.stringify(written.error)}`);
  return written.value;
}
