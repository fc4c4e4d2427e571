import { sql } from 'kysely';
import type { CaseId } from '../core/kernel/ids.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

type SubmittedModels = { readonly id: CaseId; readonly keys: readonly string[] };

// In one round trip, and as an array: a statement takes at most 65,535 parameters.
const replacing = statement((db, { id, keys }: SubmittedModels) =>
  sql`
    with gone as (
      delete from case_models where case_id = ${id}::uuid and model_key <> all(${keys}::text[])
    )
    insert into case_models (case_id, model_key)
    select ${id}::uuid, model.key from unnest(${keys}::text[]) as model (key)
    on conflict do nothing`.compile(db),
);

/** Records the folded model numbers of what a case has submitted, in place of those it had submitted before. */
export async function saveCaseModels(tx: Tx, id: CaseId, keys: readonly string[]): Promise<void> {
  await replacing(tx, { id, keys });
}
