import type { Application, DeterminationRow } from '../../core/case/application.ts';
import type { CriteriaSet, Criterion } from '../../core/scheme/scheme.ts';
import type { TemplateColumn, TemplateSheet, TemplateValue } from '../workbook/workbook-template.ts';
import type { ChecklistCell, Showing } from './checklist-cells.ts';
import { columnCells, CRITERION_HEADINGS, sheetWord } from './checklist-layout.ts';
import type { Writing } from './write-item-sheet.ts';
import { answerColumn, answerValue } from './write-table-sheet.ts';

type CriterionHeading = (typeof CRITERION_HEADINGS)[number];

/** A column of the sheet: a question of the determination, or an explanation of the criterion. */
type Part = { readonly cell: ChecklistCell } | { readonly heading: CriterionHeading };

const AFTER_ID: readonly CriterionHeading[] = ['head.title', 'head.text', 'head.status'];
const WIDTHS: Readonly<Record<CriterionHeading, number>> = {
  'head.title': 28,
  'head.text': 48,
  'head.status': 18,
  'head.guide': 70,
  'head.wantedEvidence': 32,
  'head.notApplicableWhen': 32,
};

/** Rows a criterion that is judged by interface gets in an empty template. */
const SPARE_INTERFACE_ROWS = 4;

function partsOf(cells: readonly ChecklistCell[]): readonly Part[] {
  const [criterion, ...answers] = cells.map((cell) => ({ cell }));
  const rest = CRITERION_HEADINGS.filter((heading) => !AFTER_ID.includes(heading));
  const explained = (headings: readonly CriterionHeading[]) => headings.map((heading) => ({ heading }));
  return [...(criterion ? [criterion] : []), ...explained(AFTER_ID), ...answers, ...explained(rest)];
}

const EXPLANATIONS: Readonly<Record<CriterionHeading, (criterion: Criterion, showing: Showing) => TemplateValue>> = {
  'head.title': ({ title }, { language }) => title[language],
  'head.text': ({ requirement }, { language }) => requirement[language],
  'head.status': ({ status }, { language, words }) => words(language, `status.${status}`),
  'head.guide': ({ guide }, { language }) => guide[language],
  'head.wantedEvidence': ({ evidence }, { language }) =>
    evidence.map((wanted) => wanted[language]).join(language === 'ja' ? '、' : ', '),
  'head.notApplicableWhen': ({ notApplicableWhen }, { language }) => notApplicableWhen?.[language] ?? null,
};

function emptyRows(criterion: Criterion, { interfaces }: Application): readonly DeterminationRow[] {
  const row = { criterion: criterion.id };
  if (!criterion.perInterface) return [row];
  const named = interfaces.flatMap(({ name }) => name ?? []);
  return named.length > 0
    ? named.map((name) => ({ ...row, interface: name }))
    : Array.from({ length: SPARE_INTERFACE_ROWS }, () => row);
}

/** The statements made so far in the order of the criteria, and rows to fill in for criteria without any. */
function rowsOf(set: CriteriaSet, application: Application): readonly DeterminationRow[] {
  const known = new Set<string | undefined>(set.criteria.map(({ id }) => id));
  return [
    ...set.criteria.flatMap((criterion) => {
      const stated = application.determinations.filter((row) => row.criterion === criterion.id);
      return stated.length > 0 ? stated : emptyRows(criterion, application);
    }),
    ...application.determinations.filter((row) => !known.has(row.criterion)),
  ];
}

function columnOf(part: Part, writing: Writing): TemplateColumn {
  if ('heading' in part) {
    const { words, language } = writing.showing;
    return { header: words(language, part.heading), width: WIDTHS[part.heading], wrap: true, answer: false };
  }
  const column = answerColumn(part.cell, writing);
  if (part.cell.field.item.id !== 'criterion') return column;
  return { header: column.header, width: 12, wrap: true, answer: false };
}

/** The sheet of the determination: a row a criterion, or a row a criterion and interface, with what the criterion asks. */
export function criteriaSheet(writing: Writing): TemplateSheet {
  const { form, showing, application } = writing;
  const rows = rowsOf(form.set, application);
  const files = Math.max(0, ...rows.map(({ evidence }) => evidence?.length ?? 0));
  const parts = partsOf(columnCells('determinations', form, files));
  const criteria = new Map(form.set.criteria.map((criterion) => [criterion.id, criterion]));
  const value = (part: Part, row: DeterminationRow): TemplateValue => {
    if ('cell' in part) return answerValue(part.cell, row, writing);
    const criterion = criteria.get(row.criterion ?? '');
    return criterion === undefined ? null : EXPLANATIONS[part.heading](criterion, showing);
  };
  return {
    name: showing.words(showing.language, sheetWord('determinations')),
    columns: parts.map((part) => columnOf(part, writing)),
    rows: rows.map((row) => parts.map((part) => value(part, row))),
    frozen: { rows: 1, columns: 2 },
  };
}
