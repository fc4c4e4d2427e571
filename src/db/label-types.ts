import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** How many published labels are of each of some product types, counted up to one more than `most`, by the type's id. */
export async function countLabelsOfTypes(
  db: Reader,
  types: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ readonly type: string; readonly labels: number }>`
    select type, (select count(*) from (select from label_search where product_type = type limit ${most + 1}) as few)::int
      as labels
    from unnest(${types}::text[]) as type`.execute(db);
  return new Map(rows.map(({ type, labels }) => [type, labels]));
}
