import { partName, type Part, type PartValue, type TableRow } from '../../core/case/application-parts.ts';
import type { Answer } from '../../core/case/answer-kinds.ts';
import type { Asked } from '../../formats/application-form/answer-reader.ts';
import type { View } from '../view.ts';
import type { DeskCase } from './desk-form.ts';
import { answerWords } from '../parts/answer-words.ts';

function askedOf({ readable }: Pick<DeskCase, 'readable'>, part: Part): Asked | undefined {
  return part.kind === 'determination'
    ? readable.tables.determinations.get(part.column)
    : readable.items.get(partName(part));
}

/** The question a part of an application answers, or the name of its table. */
export function questionOfPart(view: View, desk: Pick<DeskCase, 'readable'>, part: Part): string {
  if (part.kind === 'table') return view.say(`table.${part.table}`);
  return askedOf(desk, part)?.field.label[view.language] ?? partName(part);
}

/** The same where parts of several criteria stand together: with the interface it is judged on. */
export function placedQuestion(view: View, desk: Pick<DeskCase, 'readable'>, part: Part): string {
  const question = questionOfPart(view, desk, part);
  const on = part.kind === 'determination' ? part.interface : undefined;
  return on === undefined ? question : view.say('desk.labelled', { label: on, words: question });
}

/** What a part says, in the reader's words: rows of tables a line each. */
export function partWords(
  view: View,
  desk: Pick<DeskCase, 'readable'>,
  { part, value }: { readonly part: Part; readonly value: PartValue },
): string {
  if (part.kind === 'table') {
    const columns = [...desk.readable.tables[part.table]];
    return ((value ?? []) as readonly TableRow[])
      .map((row) => columns.flatMap(([column, { field }]) => answerWords(view, field, row[column]) ?? []).join(' / '))
      .join('\n');
  }
  const field = askedOf(desk, part)?.field;
  const words = field === undefined ? undefined : answerWords(view, field, value as Answer | undefined);
  return words ?? '';
}
