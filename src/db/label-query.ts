import { sql, type RawBuilder } from 'kysely';
import type { LabelState } from '../core/attestation/label-lifecycle.ts';
import type { SearchedWord } from '../core/register/search-words.ts';
import { tsqueriesOf, type Chosen } from './search-marks.ts';

/** What a search looks for; what is undefined is not asked. */
export type LabelQuery = {
  readonly words: readonly SearchedWord[];
  /** All words as one folded text and as one folded model number: what is found in this form comes first. */
  readonly phrase: string;
  readonly modelKey: string;
  readonly chosen: Chosen;
  readonly state: LabelState | undefined;
  readonly supportedUntil: Temporal.PlainDate | undefined;
  /** The legal day the answer is about: what was published by then, in the state of that day. */
  readonly on: Temporal.PlainDate;
};

/** Longer words are looked for again in the text itself: that all their runs occur does not say that they do in a row. */
const LONGEST_CERTAIN = 3;

/** The texts that hold a word or one that means the same. */
function textHolds(word: SearchedWord): RawBuilder<unknown> {
  const each = word.map(({ text }) => sql`strpos(text_key, ${text}) > 0`);
  return sql`(${sql.join(each, sql` or `)})`;
}

const isCertain = (word: SearchedWord): boolean => word.every(({ text }) => Array.from(text).length <= LONGEST_CERTAIN);

/** A label's state on a day, as `labelStateOn` of the core has it (a test compares them). */
export function stateOn(on: Temporal.PlainDate): RawBuilder<unknown> {
  const day = sql`${String(on)}::date`;
  return sql`case when valid_until is null or valid_until >= ${day} then 'valid'
    when grace_until >= ${day} then 'in_grace' else 'lapsed' end`;
}

function inState(state: LabelState, on: Temporal.PlainDate): RawBuilder<unknown> {
  const day = sql`${String(on)}::date`;
  if (state === 'valid') return sql`(valid_until is null or valid_until >= ${day})`;
  if (state === 'in_grace') return sql`valid_until < ${day} and grace_until >= ${day}`;
  return state === 'lapsed' ? sql`grace_until < ${day}` : sql`false`;
}

/** Whether a query asks for anything that the index of words and marks holds. */
export function asksIndex({ words, chosen }: LabelQuery): boolean {
  return tsqueriesOf(words, chosen)[0] !== '';
}

/** The condition on the index: any way to say what is looked for, each together with further marks. */
export function holdsAny({ words, chosen }: LabelQuery, further: RawBuilder<unknown>): RawBuilder<unknown> {
  const arms = tsqueriesOf(words, chosen).map((arm) => sql`grams @@ (${arm} || ${further})::tsquery`);
  return sql`(${sql.join(arms, sql` or `)})`;
}

/**
 * The conditions of a query that the index does not tell by itself. They are written so that no other index is read for
 * them besides: it holds nearly the whole register on their side, which the planner cannot know.
 */
export function conditionsOf(query: LabelQuery): readonly RawBuilder<unknown>[] {
  const { words, state, supportedUntil, on } = query;
  const conditions = [
    sql`published_on <= ${String(on)}::date`,
    ...(state === undefined ? [] : [inState(state, on)]),
    ...(supportedUntil === undefined ? [] : [sql`support_ends_on >= ${String(supportedUntil)}::date`]),
  ];
  const hasMarks = asksIndex(query);
  return [
    ...(hasMarks ? conditions.map((condition) => sql`(${condition}) is true`) : conditions),
    ...words.filter((word) => !isCertain(word)).map(textHolds),
  ];
}

/** The values of the filters as they stand in the rows, where no word is looked for and other indexes lead further. */
function valuesOf(chosen: Chosen): readonly RawBuilder<unknown>[] {
  return Object.entries(chosen)
    .filter(([, value]) => value !== '')
    .map(([facet, value]) =>
      facet === 'personal_data'
        ? sql`handles_personal_data = ${value === 'yes'} and ${value} in ('yes', 'no')`
        : sql`${sql.ref(facet)} = ${value}`,
    );
}

/** All conditions of a query over the whole register: by the index where it asks for words. */
export function fits(query: LabelQuery): RawBuilder<unknown> {
  const { words, chosen } = query;
  const conditions =
    words.length === 0
      ? [...valuesOf(chosen), ...conditionsOf({ ...query, chosen: {} })]
      : [holdsAny(query, sql`''`), ...conditionsOf(query)];
  return sql.join(conditions, sql` and `);
}

/**
 * The rows that fit a query, to be narrowed down and put into order. With words they are found by the index before anything
 * else is done: read in order they would have to be asked for their runs one by one.
 */
export function fittingRows(query: LabelQuery): RawBuilder<unknown> {
  const fence = query.words.length === 0 ? sql`` : sql`offset 0`;
  return sql`(select * from label_search where ${fits(query)} ${fence}) as fitting`;
}

/** The character after all others, which no key holds: what begins with a key lies between the key and the key with it. */
const LAST = '\u{10ffff}';

/** How well a label fits: its model number, the beginning of one, all words in a row, or the words alone. */
export function fitOf({ modelKey, phrase, words }: LabelQuery): RawBuilder<unknown> {
  if (words.length === 0) return sql`0`;
  const [only] = words;
  const isPhrase = words.length === 1 && only?.length === 1 && only[0]?.text === phrase;
  const inARow = isPhrase ? sql`2` : sql`case when strpos(text_key, ${phrase}) > 0 then 2 else 3 end`;
  if (modelKey === '') return inARow;
  // Most words are the beginning of no model number, which the index tells once for all that is found.
  return sql`case when not (select exists (select from label_models
        where model_key ~>=~ ${modelKey} and model_key ~<~ ${modelKey + LAST})) then ${inARow}
      when strpos(model_keys, ${`|${modelKey}|`}) > 0 then 0 when strpos(model_keys, ${`|${modelKey}`}) > 0 then 1
      else ${inARow} end`;
}
