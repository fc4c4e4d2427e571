import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** A published model number as it was typed, and its folded key. */
type NearModel = { readonly number: string; readonly model_key: string };

/**
 * Published model numbers that may be one slip away from a folded one of 4 to 40 characters: some are two slips away, and
 * the caller looks at each.
 */
export async function listNearModels(db: Reader, modelKey: string, limit: number): Promise<readonly NearModel[]> {
  const { rows } = await sql<NearModel>`
    select min(label_models.number) as number, label_models.model_key
    from label_models
    join label_search on label_search.label_id = label_models.label_id
    where length(model_key) between 4 and 40 and model_neighbours(model_key) && model_neighbours(${modelKey})
    group by label_models.model_key
    order by label_models.model_key
    limit ${limit}`.execute(db);
  return rows;
}
