import { sql } from 'kysely';
import type { LabelId } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import { fits, fittingRows, type LabelQuery } from './label-query.ts';

/** Days, the first and the last of them included. */
export type Days = { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate };

/**
 * Labels that fit a query and whose last day of validity or of grace is one of some days, those with the latest such day
 * first; at most so many for each of the two.
 */
export async function listEndedLabels(
  db: Reader,
  query: LabelQuery,
  { days, limit }: { readonly days: Days; readonly limit: number },
): Promise<readonly LabelId[]> {
  const [from, until] = [String(days.from), String(days.until)];
  const { rows } = await sql<{ label_id: LabelId }>`
    (select label_id from ${fittingRows(query)}
      where valid_until between ${from}::date and ${until}::date
      order by valid_until desc, position desc limit ${limit})
    union
    (select label_id from ${fittingRows(query)}
      where grace_until between ${from}::date and ${until}::date
      order by grace_until desc, position desc limit ${limit})`.execute(db);
  return rows.map(({ label_id: id }) => id);
}

/** Labels whose last day of validity or of grace is one of some days, after a label, in the order of their ids. */
export async function listEndsBetween(
  db: Reader,
  { days, after, limit }: { readonly days: Days; readonly after: LabelId | undefined; readonly limit: number },
): Promise<readonly LabelId[]> {
  const [from, until] = [String(days.from), String(days.until)];
  const { rows } = await sql<{ label_id: LabelId }>`
    select label_id from label_search
    where (valid_until between ${from}::date and ${until}::date or grace_until between ${from}::date and ${until}::date)
      and label_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by label_id limit ${limit}`.execute(db);
  return rows.map(({ label_id: id }) => id);
}

/** Those of some labels that fit a query, in no order. */
export async function listFitting(db: Reader, query: LabelQuery, ids: readonly LabelId[]): Promise<readonly LabelId[]> {
  const { rows } = await sql<{ label_id: LabelId }>`
    with given as materialized (select * from label_search where label_id = any(${ids}::uuid[]))
    select label_id from given where ${fits(query)}`.execute(db);
  return rows.map(({ label_id: id }) => id);
}
