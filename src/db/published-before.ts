import { sql } from 'kysely';
import type { Reader } from './database.ts';
import { fittingRows, type LabelQuery } from './label-query.ts';
import type { ListedRow } from './label-search.ts';

/**
 * What fits a query and was published before the label at a place, later published first; from the newest on without one.
 * Later publications get larger places, so that nothing moves between two pages.
 */
export async function listPublishedBefore(
  db: Reader,
  query: LabelQuery,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<readonly (ListedRow & { readonly position: number })[]> {
  const place = before === undefined ? sql`` : sql`where position < ${before}`;
  const { rows } = await sql<ListedRow & { readonly position: number }>`
    select position, label_id, line from (
      select position, label_id from ${fittingRows(query)} ${place} order by position desc limit ${limit}
    ) as page left join label_lines using (label_id) order by position desc`.execute(db);
  return rows;
}
