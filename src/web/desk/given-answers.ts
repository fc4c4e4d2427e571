import type { Answer } from '../../core/case/answer-kinds.ts';
import type { SectionId, SectionTable } from '../../core/case/application-items.ts';
import { partOf, type TableRow } from '../../core/case/application-parts.ts';
import { itemOfGap, tableOf } from '../../core/case/form-items.ts';
import type { GivenAnswer } from '../parts/answer-list.ts';
import { answerWords } from '../parts/answer-words.ts';
import type { Html } from '../parts/html.ts';
import { recordTable } from '../parts/record-table.ts';
import type { View } from '../view.ts';
import { sectionParts, type DeskCase } from './desk-form.ts';
import { mendWords, placedWrongWords, wrongWords } from './gap-words.ts';

/** What is still to be mended at a path of the application, in words. */
function gapWords(view: View, { shown }: DeskCase, path: string): string | undefined {
  const gap = shown.gaps.find((one) => one.path === path);
  return gap === undefined ? undefined : `${wrongWords(view, gap)} ${mendWords(view, gap)}`;
}

function rowsTable(view: View, { shown, readable }: DeskCase, table: SectionTable): Html | undefined {
  const fields = [...readable.tables[table]].map(([column, { field }]) => ({ column, field }));
  const rows: readonly TableRow[] = shown.application[table];
  if (rows.length === 0) return undefined;
  return recordTable(view, {
    caption: view.say(`table.${table}`),
    isCaptionHidden: true,
    columns: fields.map(({ field }) => ({ name: field.label[view.language] })),
    rows: rows.map((row) => fields.map(({ column, field }) => answerWords(view, field, row[column]) ?? '')),
  });
}

function tableFaults(view: View, desk: DeskCase, table: SectionTable): string | undefined {
  const gaps = desk.shown.gaps.filter(({ path }) => path === table || path.startsWith(`${table}.`));
  const words = gaps.map((gap) => `${placedWrongWords(view, desk, gap)} ${mendWords(view, gap)}`);
  return words.length === 0 ? undefined : words.join('\n');
}

/** Everything answered in a section, with what is to be mended, who will see it, and where it is changed. */
export function answersOf(view: View, desk: DeskCase, section: SectionId, change?: string): readonly GivenAnswer[] {
  const single = sectionParts(desk, section).map(({ part, name, asked }): GivenAnswer => {
    const { field } = asked;
    const answer = partOf(desk.shown.application, part) as Answer | undefined;
    return {
      question: field.label[view.language],
      answer: desk.shown.row.unread_answers[name] ?? answerWords(view, field, answer),
      change: change === undefined ? undefined : `${change}#${name}`,
      seenBy: field.item.audience,
      fault: gapWords(view, desk, name),
    };
  });
  const table = tableOf(section);
  if (table === undefined) return single;
  const rows: GivenAnswer = {
    question: view.say(`table.${table}`),
    answer: rowsTable(view, desk, table),
    change,
    fault: tableFaults(view, desk, table),
  };
  return [...single, rows];
}

/** How many things are still to be mended in an item of the form. */
export function gapsIn({ shown }: DeskCase, item: string): number {
  return shown.gaps.filter((gap) => itemOfGap(gap, shown.application) === item).length;
}

/** Whether anything at all has been answered in an item of the form. */
export function isBegun({ shown, readable }: DeskCase, item: string): boolean {
  const { application } = shown;
  if (item.startsWith('determination:')) {
    const criterion = item.slice('determination:'.length);
    return application.determinations.some((row) => row.criterion === criterion && Object.keys(row).length > 1);
  }
  const section = item as SectionId;
  const table = tableOf(section);
  const hasRows = table !== undefined && application[table].length > 0;
  return (
    hasRows ||
    sectionParts({ shown, readable, form: readable.form }, section).some(
      ({ part }) => partOf(application, part) !== undefined,
    )
  );
}
