import type { DraftMarks } from '../../core/case/part-marks.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import type { FormWordKey } from '../application-form/form-words.ts';
import type { TemplateSheet, TemplateValue } from '../workbook/workbook-template.ts';
import { columnCells, itemCells, sheetWord } from './checklist-layout.ts';
import { TABLE_IDS } from '../application-form/readable-form.ts';
import {
  CHECKLIST_VERSION,
  META_DRAFT,
  META_FORM,
  META_HEADING,
  META_MARK,
  META_SHEET,
  type MetaKey,
} from './checklist-version.ts';
import type { Writing } from './write-item-sheet.ts';

const TOPICS = ['order', 'how', 'change', 'evidence', 'public'] as const;

/** The first sheet: what the workbook is for and how it is filled in. */
export function readmeSheet({ form, showing: { words, language } }: Writing): TemplateSheet {
  const { scheme, set } = form;
  const topic = (name: (typeof TOPICS)[number] | 'purpose'): readonly TemplateValue[] => [
    words(language, `readme.${name}`),
    words(language, `readme.${name}.text`),
  ];
  const level = levelOf(scheme, set.level);
  const rows: readonly (readonly TemplateValue[])[] = [
    topic('purpose'),
    [words(language, 'readme.scheme'), scheme.name[language]],
    [words(language, 'readme.level'), level.name[language]],
    [words(language, 'readme.set'), `${set.title[language]} ${set.id} ${set.version}`],
    [words(language, 'readme.note'), set.note[language]],
    ...TOPICS.map(topic),
    ...(['items', ...TABLE_IDS] as const)
      .slice(1)
      .map((part) => [words(language, sheetWord(part)), words(language, `${sheetWord(part)}.help` as FormWordKey)]),
    [words(language, 'readme.template'), String(CHECKLIST_VERSION)],
  ];
  return {
    name: words(language, 'sheet.readme'),
    columns: [
      { header: words(language, 'head.topic'), width: 24, wrap: true, answer: false },
      { header: words(language, 'head.content'), width: 100, wrap: true, answer: false },
    ],
    rows,
  };
}

/** Most marks that are kept; with more the hidden sheet could grow longer than a sheet that is read may be. */
const MOST_MARKS = 3_000;

function markRows(marks: DraftMarks | undefined): readonly (readonly TemplateValue[])[] {
  if (marks === undefined || marks.marks.size > MOST_MARKS) return [];
  return [
    [META_DRAFT.number, marks.draft],
    [META_DRAFT.version, String(marks.version)],
    ...[...marks.marks].map(([part, mark]) => [`${META_MARK}${part}`, mark]),
  ];
}

/**
 * The hidden sheet by which the file tells what it is, keeps its headings as they were written, and remembers the draft it
 * was made from.
 */
export function metaSheet({ form, showing: { words, language } }: Writing, marks?: DraftMarks): TemplateSheet {
  const facts: Readonly<Record<MetaKey, string>> = {
    form: META_FORM,
    version: String(CHECKLIST_VERSION),
    language,
    scheme: form.scheme.id,
    level: form.set.level,
    set: form.set.id,
    setVersion: form.set.version,
  };
  const cells = [...itemCells(form), ...TABLE_IDS.flatMap((table) => columnCells(table, form))];
  return {
    name: META_SHEET,
    hidden: true,
    columns: [
      { header: 'key', width: 40 },
      { header: 'value', width: 60 },
    ],
    rows: [
      ...Object.entries(facts),
      ...(['items', ...TABLE_IDS] as const).map((part) => [`sheet:${part}`, words(language, sheetWord(part))]),
      ...cells.map((cell) => [`${META_HEADING}${cell.key}`, cell.label[language]]),
      ...markRows(marks),
    ],
  };
}
