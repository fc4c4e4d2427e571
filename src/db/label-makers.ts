import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** Labels of a maker are counted up to this number; beyond it they are "at least" as many. */
export const MOST_LABELS_COUNTED = 1_000;

/** A maker's name as it was registered; without an English one the second is empty. */
export type MakerName = { readonly maker: string; readonly maker_en: string };

/** A maker as it is listed: by the name on its newest label. */
export type ListedMaker = MakerName & {
  readonly maker_key: string;
  /** One more than are counted says "at least". */
  readonly labels: number;
};

/** The makers with published labels after a key, in the order of their keys. It steps from one key to the next. */
export async function listMakers(
  db: Reader,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly ListedMaker[]> {
  const { rows } = await sql<ListedMaker>`
    with recursive steps as (
      (select maker_key from label_search where maker_key > ${after} order by maker_key limit 1)
      union all
      select (select next.maker_key from label_search as next
        where next.maker_key > steps.maker_key order by next.maker_key limit 1)
      from steps where steps.maker_key is not null
    ), makers as (select maker_key from steps where maker_key is not null limit ${limit})
    select makers.maker_key, newest.maker, newest.maker_en,
      (select count(*) from (select 1 from label_search as counted
        where counted.maker_key = makers.maker_key limit ${MOST_LABELS_COUNTED + 1}) as few)::int as labels
    from makers cross join lateral (select maker, maker_en from label_search as named
      where named.maker_key = makers.maker_key order by position desc limit 1) as newest
    order by makers.maker_key`.execute(db);
  return rows;
}

/** The names of the makers of a model, by its key, among the labels published until a day. */
export async function listMakersOfModel(
  db: Reader,
  { modelKey, until }: { readonly modelKey: string; readonly until: Temporal.PlainDate },
): Promise<readonly MakerName[]> {
  const { rows } = await sql<MakerName>`
    select distinct maker, maker_en from label_models as models join label_search as found using (label_id)
    where models.model_key = ${modelKey} and found.published_on <= ${until.toString()}::date
    order by maker, maker_en`.execute(db);
  return rows;
}

/** The names a maker was registered under, the newest first: on its newest thousand labels, at most ten. */
export async function listMakerNames(db: Reader, makerKey: string): Promise<readonly MakerName[]> {
  const { rows } = await sql<MakerName>`
    select maker, maker_en from (select maker, maker_en, position from label_search
      where maker_key = ${makerKey} order by position desc limit ${MOST_LABELS_COUNTED}) as newest
    group by maker, maker_en order by max(position) desc limit 10`.execute(db);
  return rows;
}
