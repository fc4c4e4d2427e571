import { sql, type RawBuilder } from 'kysely';
import type { LabelId } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import { asksIndex, conditionsOf, fitOf, fits, holdsAny, stateOn, type LabelQuery } from './label-query.ts';
import { BLOCK, LARGE_BLOCK, type Facet } from './search-marks.ts';

/** How often a value occurs among what was found; makers with their names as typed. */
export type FacetCount = {
  readonly facet: Facet | 'state';
  readonly value: string;
  readonly count: number;
  readonly maker: string;
  readonly maker_en: string;
};

/** A label in a list, with what is shown of it as it is kept; null where older rules did not keep it yet. */
export type ListedRow = {
  readonly label_id: LabelId;
  readonly line: object | null;
};

/** What was found: how many, the wanted part of them in order, and how often each value occurs. */
type LabelHits = {
  /** Whether more than these fit, or all that fit were looked at; else the whole register is still to be asked. */
  readonly isEnough: boolean;
  readonly total: number;
  readonly labels: readonly ListedRow[];
  readonly facets: readonly FacetCount[];
};

/** So many times the hits that are counted exactly: fewer are expected are counted one by one, wherever they are. */
const FEW = 4;

/** More is looked at than the density of hits asks for: it is not the same everywhere. */
const MARGIN = 1.25;

/** Stands for "everything" in the index, where a query asks for nothing that it holds. */
const NO_MARK = `'B:none'`;

/** The largest position published by the day asked about. */
function top({ on }: LabelQuery): RawBuilder<unknown> {
  return sql`top as (
      select position from label_search where published_on <= ${String(on)}::date
      order by published_on desc, position desc limit 1
    )`;
}

/** The marks of the newest blocks, any of which is to be there. */
function newest(at: {
  readonly letter: RawBuilder<unknown>;
  readonly size: RawBuilder<unknown>;
  readonly blocks: RawBuilder<unknown>;
}): RawBuilder<unknown> {
  return sql`(select string_agg('''' || ${at.letter} || number || '''', ' | ')
    from generate_series(greatest(top / ${at.size} - ${at.blocks} + 1, 0), top / ${at.size}) as number)`;
}

/**
 * Where to look. Few hits among the newest labels mean few everywhere, and all are found at once; many mean that the newest
 * `most` lie within a stretch that their density tells. Either way the work does not grow with the register.
 */
function whereToLook(query: LabelQuery, most: number): RawBuilder<unknown> {
  const [small, large] = [sql.lit(BLOCK), sql.lit(LARGE_BLOCK)];
  const isWide = sql`needed > ${sql.lit(4 * LARGE_BLOCK)}`;
  const size = sql`case when ${isWide} then ${large} else ${small} end`;
  const blocks = sql`case when count > ${sql.lit(most)} then 2 else needed / ${size} + 2 end`;
  const letter = sql`case when ${isWide} then 'C:' else 'B:' end`;
  const before = asksIndex(query) ? '& (' : '(';
  const nearest = sql`${before} || ${newest({ letter: sql`'B:'`, size: small, blocks: sql`2` })} || ')'`;
  const stretch = sql`${before} || ${newest({ letter, size, blocks })} || ')'`;
  return sql`${top(query)}, nearest as materialized (
      select top, top % ${small} + ${small} as seen, ${nearest} as marks from (select position as top from top) as top
    ), near as materialized (
      select top, seen, (select count(*) from label_search
        where ${holdsAny(query, sql`(select marks from nearest)`)} and ${sql.join(conditionsOf(query), sql` and `)}) as count
      from nearest
    ), density as materialized (
      select top, count, ceil(${sql.lit(MARGIN * most)} * seen / greatest(count, 1))::bigint as needed,
        top < seen or (count <= ${sql.lit(most)} and count * top / seen <= ${sql.lit(FEW * most)}) as is_few
      from near
    ), looked as materialized (
      select is_few or needed >= top as is_whole, case when is_few or needed >= top
        then ${asksIndex(query) ? '' : NO_MARK} else ${stretch} end as marks
      from density
    )`;
}

/**
 * Labels with exactly the model number looked for: a stretch of the newest must not hide them, nor that the index does not
 * hold all runs of a label with very many models.
 */
function exactModels(query: LabelQuery, columns: RawBuilder<unknown>): RawBuilder<unknown> {
  if (query.modelKey === '' || query.words.length === 0) return sql``;
  const conditions = [
    sql`label_id in (select label_id from label_models where model_key = ${query.modelKey} limit 100)`,
    sql`position not in (select position from near_hits)`,
    fits({ ...query, words: [] }),
  ];
  return sql`union all select ${columns} from label_search where ${sql.join(conditions, sql` and `)}`;
}

const BEST_FIRST = sql`fit, state <> 'valid', state <> 'in_grace', position desc`;

const FACET_COLUMNS = ['level', 'product_type', 'evaluator', 'recognition', 'personal_data', 'state'];

/** Makers told of with their counts, the most frequent ones. */
const MOST_MAKERS = 100;

const FACET_COUNTS = sql`counted as (
    select case ${sql.join(
      FACET_COLUMNS.map((name) => sql`when grouping(${sql.ref(name)}) = 0 then ${sql.lit(name)}`),
      sql` `,
    )} end as facet,
      coalesce(${sql.join(FACET_COLUMNS.map((name) => sql.ref(name)))}) as value, count(*)::int as count
    from hits group by grouping sets (${sql.join(FACET_COLUMNS.map((name) => sql`(${sql.ref(name)})`))})
  ), makers as (
    select maker_key, count(*)::int as count, max(position) as position from hits
    group by maker_key order by count(*) desc, maker_key limit ${sql.lit(MOST_MAKERS)}
  ), facets as (
    select facet, value, count, '' as maker, '' as maker_en from counted
    union all
    select 'maker_key', makers.maker_key, count, maker, maker_en from makers join hits using (position)
  )`;

type Wanted = {
  readonly offset: number;
  readonly limit: number;
  /** Totals are exact up to this number. */
  readonly most: number;
  /** Bounds what is looked at where the query names nothing the index holds. */
  readonly lookedAt: number;
};

async function search(
  db: Reader,
  query: LabelQuery,
  wanted: Wanted & {
    readonly first: RawBuilder<unknown>;
    readonly found: RawBuilder<unknown>;
    readonly bound: RawBuilder<unknown>;
    readonly isEnough: RawBuilder<unknown>;
  },
): Promise<LabelHits> {
  const { offset, limit, first, found, bound, isEnough } = wanted;
  const columns = sql`position, label_id, level, product_type, evaluator, recognition, maker_key, maker, maker_en,
      case handles_personal_data when true then 'yes' when false then 'no' end as personal_data,
      ${stateOn(query.on)} as state, ${fitOf(query)} as fit`;
  const { rows } = await sql<LabelHits>`
    with ${first} near_hits as materialized (
      select ${columns} from (
        select * from (select * from label_search where ${found} offset 0) as fitting ${bound}
      ) as label_search
    ), hits as materialized (
      select * from near_hits ${exactModels(query, columns)}
    ), page as (
      select row_number() over (order by ${BEST_FIRST}) as place, label_id
      from (select * from hits order by ${BEST_FIRST} offset ${offset} limit ${limit}) as best
    ), ${FACET_COUNTS}
    select ${isEnough} as "isEnough", (select count(*) from hits)::int as total,
      coalesce((select json_agg(json_build_object('label_id', label_id, 'line', line)
        order by place) from page left join label_lines using (label_id)), '[]') as labels,
      coalesce((select json_agg(facets order by count desc, value) from facets where value <> ''), '[]') as facets`.execute(
    db,
  );
  return rows[0] ?? { isEnough: true, total: 0, labels: [], facets: [] };
}

/**
 * What fits a query: ranked by how well it fits, valid before in grace before lapsed, later published first, and counted.
 * Of more than are counted exactly only the newest are looked at. Only the page asked for is in `labels`.
 */
export async function searchLabels(db: Reader, query: LabelQuery, wanted: Wanted): Promise<LabelHits> {
  const { most, lookedAt } = wanted;
  const isNothing = !asksIndex(query);
  const newestFirst = sql`order by position desc limit ${sql.lit(most + 1)}`;
  const conditions = [holdsAny(query, sql`(select marks from looked)`), ...conditionsOf(query)];
  const hits = await search(db, query, {
    ...wanted,
    first: sql`${whereToLook(query, most)},`,
    found: sql.join(conditions, sql` and `),
    bound: newestFirst,
    isEnough: sql`(select count(*) from near_hits) > ${sql.lit(most)}
      or ${isNothing ? sql`false` : sql`coalesce((select is_whole from looked), true)`}`,
  });
  if (hits.isEnough) return hits;
  // Fewer than their density told: the older ones count, too.
  const bound = isNothing ? sql`limit ${sql.lit(lookedAt)}` : newestFirst;
  return search(db, query, { ...wanted, first: sql``, found: fits(query), bound, isEnough: sql`true` });
}
