import { sql, type RawBuilder } from 'kysely';
import type { LabelState } from '../core/attestation/label-lifecycle.ts';
import type { LabelId } from '../core/kernel/ids.ts';
import type { SearchedWord } from '../core/register/search-words.ts';
import type { Reader } from './database.ts';
import { BLOCK, tsqueryOf, type Chosen, type Facet, type LARGE_BLOCK } from './search-marks.ts';

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

/** Where it is looked: everywhere, or in the newest blocks of positions. */
export type Stretch = 'all' | { readonly blocks: number; readonly size: typeof BLOCK | typeof LARGE_BLOCK };

/** How often a value occurs among what was found; makers with their names as typed. */
export type FacetCount = {
  readonly facet: Facet | 'state';
  readonly value: string;
  readonly count: number;
  readonly maker: string;
  readonly maker_en: string;
};

/** What was found: how many, the wanted part of them in order, and how often each value occurs. */
export type LabelHits = {
  readonly total: number;
  readonly labels: readonly LabelId[];
  readonly facets: readonly FacetCount[];
};

/** Longer words are looked for again in the text itself: that all their runs occur does not say that they do in a row. */
const LONGEST_CERTAIN = 3;

function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, (special) => `\\${special}`);
}

function occurs(word: SearchedWord): RawBuilder<unknown> | undefined {
  if (word.every(({ text }) => Array.from(text).length <= LONGEST_CERTAIN)) return undefined;
  const patterns = word.map(({ text }) => `%${likeLiteral(text)}%`);
  return patterns.length === 1 ? sql`text_key like ${patterns[0]}` : sql`text_key like any(${patterns}::text[])`;
}

/** A label's state on a day, as `labelStateOn` of the core has it (a test compares them). */
function stateOn(on: Temporal.PlainDate): RawBuilder<unknown> {
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

/** The condition on the index, where a query asks for anything the index holds. */
export function marksOf(query: LabelQuery, stretch: Stretch): RawBuilder<unknown> | undefined {
  const wanted = tsqueryOf(query.words, query.chosen);
  if (stretch === 'all') return wanted === '' ? undefined : sql`grams @@ ${wanted}::tsquery`;
  const { blocks, size } = stretch;
  const letter = size === BLOCK ? 'B:' : 'C:';
  const newest = sql`(select string_agg('''' || ${letter} || number || '''', ' | ')
    from top, generate_series(greatest(top.position / ${sql.lit(size)} - ${blocks}::int + 1, 0), top.position / ${sql.lit(size)}) as number)`;
  const before = wanted === '' ? '(' : `${wanted} & (`;
  return sql`grams @@ (${before} || ${newest} || ')')::tsquery`;
}

/** The conditions of a query that the index does not tell by itself. */
export function conditionsOf(query: LabelQuery): readonly RawBuilder<unknown>[] {
  const { words, state, supportedUntil, on } = query;
  return [
    sql`published_on <= ${String(on)}::date`,
    ...words.map(occurs).filter((condition) => condition !== undefined),
    ...(state === undefined ? [] : [inState(state, on)]),
    ...(supportedUntil === undefined ? [] : [sql`support_ends_on >= ${String(supportedUntil)}::date`]),
  ];
}

/** How well a label fits: its model number, the beginning of one, all words in a row, or the words alone. */
function fitOf({ modelKey, phrase, words }: LabelQuery): RawBuilder<unknown> {
  if (words.length === 0) return sql`0`;
  const model = likeLiteral(modelKey);
  const inARow = sql`when text_key like ${`%${likeLiteral(phrase)}%`} then 2 else 3`;
  if (model === '') return sql`case ${inARow} end`;
  return sql`case when model_keys like ${`%|${model}|%`} then 0 when model_keys like ${`%|${model}%`} then 1 ${inARow} end`;
}

/** The largest position published by the day asked about. */
function top({ on }: LabelQuery): RawBuilder<unknown> {
  return sql`top as (
      select position from label_search where published_on <= ${String(on)}::date
      order by published_on desc, position desc limit 1
    )`;
}

/** How many labels in a stretch of the newest fit a query, and the largest position there is by its day; 0 when none is. */
export async function countNewest(
  db: Reader,
  query: LabelQuery,
  stretch: Exclude<Stretch, 'all'>,
): Promise<{ readonly count: number; readonly top: number }> {
  const conditions = [marksOf(query, stretch) ?? sql`true`, ...conditionsOf(query)];
  const { rows } = await sql<{ count: number; top: number }>`
    with ${top(query)}
    select (select count(*) from label_search where ${sql.join(conditions, sql` and `)})::int as count,
      coalesce((select position from top), 0) as top`.execute(db);
  return rows[0] ?? { count: 0, top: 0 };
}

/**
 * Labels with exactly the model number looked for: a stretch of the newest must not hide them, nor that the index does not
 * hold all runs of a label with very many models.
 */
function exactModels(query: LabelQuery, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  if (query.modelKey === '' || query.words.length === 0) return sql``;
  const filters = tsqueryOf([], query.chosen);
  const conditions = [
    sql`label_id in (select label_id from label_models where model_key = ${query.modelKey} limit 100)`,
    ...(filters === '' ? [] : [sql`grams @@ ${filters}::tsquery`]),
    ...conditionsOf(query),
  ];
  return sql`union select ${columns} from label_search where ${sql.join(conditions, sql` and `)}`;
}

/**
 * What fits a query and was published before the label at a place, later published first; from the newest on without one.
 * Later publications get larger places, so that nothing moves between two pages.
 */
export async function listPublishedBefore(
  db: Reader,
  query: LabelQuery,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<readonly { readonly position: number; readonly label_id: LabelId }[]> {
  const marks = marksOf(query, 'all');
  const conditions = [
    ...(marks === undefined ? [] : [marks]),
    ...conditionsOf(query),
    ...(before === undefined ? [] : [sql`position < ${before}`]),
  ];
  const { rows } = await sql<{ position: number; label_id: LabelId }>`
    select position, label_id from label_search where ${sql.join(conditions, sql` and `)}
    order by position desc limit ${limit}`.execute(db);
  return rows;
}

/**
 * What fits a query within a stretch: found in the index, ranked by how well it fits, valid before in grace before lapsed,
 * later published first, and counted. Only the page asked for is in `labels`; `most` bounds what is looked at where the
 * query names nothing the index holds.
 */
export async function searchLabels(
  db: Reader,
  query: LabelQuery,
  wanted: { readonly stretch: Stretch; readonly offset: number; readonly limit: number; readonly most: number },
): Promise<LabelHits> {
  const { stretch, offset, limit, most } = wanted;
  const marks = marksOf(query, stretch);
  const conditions = [...(marks === undefined ? [] : [marks]), ...conditionsOf(query)];
  const columns = sql`position, label_id, level, product_type, evaluator, recognition, maker_key, maker, maker_en,
      case handles_personal_data when true then 'yes' when false then 'no' end as personal_data,
      ${stateOn(query.on)} as state, ${fitOf(query)} as fit`;
  const { rows } = await sql<LabelHits>`
    with ${top(query)}, hits as materialized (
      (select ${columns} from label_search where ${sql.join(conditions, sql` and `)} limit ${most})
      ${exactModels(query, columns)}
    ), page as (
      select label_id, row_number() over (
        order by fit, array_position(array['valid', 'in_grace', 'lapsed'], state), position desc
      ) as place from hits
    ), counted as (
      select case when grouping(level) = 0 then 'level' when grouping(product_type) = 0 then 'product_type'
          when grouping(evaluator) = 0 then 'evaluator' when grouping(recognition) = 0 then 'recognition'
          when grouping(maker_key) = 0 then 'maker_key' when grouping(personal_data) = 0 then 'personal_data'
          else 'state' end as facet,
        coalesce(level, product_type, evaluator, recognition, maker_key, personal_data, state) as value,
        count(*)::int as count, max(maker) as maker, max(maker_en) as maker_en
      from hits group by grouping sets
        ((level), (product_type), (evaluator), (recognition), (maker_key), (personal_data), (state))
    )
    select (select count(*) from hits)::int as total,
      coalesce((select json_agg(label_id order by place) from page
        where place > ${offset} and place <= ${offset + limit}), '[]') as labels,
      coalesce((select json_agg(counted order by count desc, value) from counted where value <> ''), '[]') as facets`.execute(
    db,
  );
  return rows[0] ?? { total: 0, labels: [], facets: [] };
}
