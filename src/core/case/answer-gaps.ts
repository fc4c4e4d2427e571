import type { Gap } from '../kernel/gap.ts';
import type { Answer, Column, Item } from './answer-kinds.ts';
import { ITEMS, TABLES, type TableId } from './application-items.ts';
import { choiceValues, type ChoiceContext } from './choice-values.ts';
import { isRequired, requirementFacts } from './item-requirements.ts';

/** What can be wrong with one answer by itself. */
export type AnswerGapCode = 'missing' | 'too_long' | 'not_a_choice';

/** Choices whose values other rules judge with better words. */
const JUDGED_ELSEWHERE: readonly unknown[] = ['criteria', 'interfaces'];

function isEmpty(answer: Answer | undefined): boolean {
  return answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
}

/** The gap of a text with too many characters as people count them: never more than it has UTF-16 units. */
function lengthGaps(text: string, most: number, path: string): readonly Gap<AnswerGapCode>[] {
  if (text.length <= most) return [];
  const length = Array.from(text).length;
  return length > most ? [{ code: 'too_long', path, params: { most, length } }] : [];
}

function contentGaps(item: Item, path: string, answer: Answer, context: ChoiceContext): readonly Gap<AnswerGapCode>[] {
  const tooLong = typeof answer === 'string' && item.most !== undefined ? lengthGaps(answer, item.most, path) : [];
  if (tooLong.length > 0) return tooLong;
  if (item.choices === undefined || JUDGED_ELSEWHERE.includes(item.choices)) return [];
  const allowed = choiceValues(item.choices, context);
  const given = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? (answer as readonly string[]) : [];
  return given
    .filter((value) => !allowed.includes(value))
    .map((value) => ({ code: 'not_a_choice' as const, path, params: { value } }));
}

function answerGaps(
  item: Item,
  at: { readonly path: string; readonly answer: Answer | undefined; readonly required: boolean },
  context: ChoiceContext,
): readonly Gap<AnswerGapCode>[] {
  if (isEmpty(at.answer)) return at.required ? [{ code: 'missing', path: at.path, params: {} }] : [];
  return contentGaps(item, at.path, at.answer ?? '', context);
}

function tableGaps(table: TableId, context: ChoiceContext): readonly Gap<AnswerGapCode>[] {
  const columns: readonly Column[] = TABLES[table];
  const rows: readonly Readonly<Record<string, Answer | undefined>>[] = context.application[table];
  return rows.flatMap((row, place) =>
    columns.flatMap((column) => {
      const path = `${table}.${String(place)}.${column.id}`;
      const required = column.required && table !== 'determinations';
      return answerGaps(column, { path, answer: row[column.id], required }, context);
    }),
  );
}

/** Answers that are missing, too long or not among the allowed values, in the order of the form. */
export function answerGapsOf(context: ChoiceContext): readonly Gap<AnswerGapCode>[] {
  const { application, scheme } = context;
  const facts = requirementFacts(application, scheme);
  return [
    ...ITEMS.flatMap((item) => {
      const at = { path: item.id, answer: application.answers[item.id], required: isRequired(item.id, facts) };
      return answerGaps(item, at, context);
    }),
    ...(Object.keys(TABLES) as TableId[]).flatMap((table) => tableGaps(table, context)),
  ];
}
