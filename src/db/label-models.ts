import { sql } from 'kysely';
import type { LabelId } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** The model numbers a label covers, in their order, each with its folded form. */
export type CoveredModels = readonly { readonly number: string; readonly modelKey: string }[];

/** A label and the models it covers by its record. */
type ModelsOfLabel = { readonly id: LabelId; readonly models: CoveredModels };

/** The labels whose rows of models say something else than they cover. */
export async function listDifferingModels(db: Reader, labels: readonly ModelsOfLabel[]): Promise<readonly LabelId[]> {
  const wanted = labels.map(({ id, models }) => ({
    label_id: id,
    models: models.map(({ number, modelKey }, position) => [position, number, modelKey]),
  }));
  const { rows } = await sql<{ label_id: LabelId }>`
    select wanted.label_id from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (label_id uuid, models jsonb)
    where wanted.models <> coalesce((
      select jsonb_agg(jsonb_build_array(position, number, model_key) order by position)
      from label_models where label_models.label_id = wanted.label_id
    ), '[]'::jsonb)`.execute(db);
  return rows.map((row) => row.label_id);
}

/** Writes the models of a label anew. */
export async function replaceModels(tx: Tx, { id, models }: ModelsOfLabel): Promise<void> {
  const [numbers, keys] = [models.map(({ number }) => number), models.map(({ modelKey }) => modelKey)];
  await tx.deleteFrom('label_models').where('label_id', '=', id).execute();
  await sql`
    insert into label_models (label_id, position, number, model_key)
    select ${id}::uuid, model.place - 1, model.number, model.model_key
    from unnest(${numbers}::text[], ${keys}::text[]) with ordinality as model (number, model_key, place)`.execute(tx);
}

/**
 * Of each of these labels that covers more than one model, the model whose folded number holds any of the keys: the one that
 * holds the longest of them, and of several the shortest, for it has least besides.
 */
export async function listNamedModels(
  db: Reader,
  { numbers, keys }: { readonly numbers: readonly string[]; readonly keys: readonly string[] },
): Promise<readonly { readonly label: string; readonly model: string }[]> {
  const { rows } = await sql<{ label: string; model: string }>`
    select labels.number as label, (
      select model.number from label_models as model
      where model.label_id = labels.id
        and exists (select from unnest(${keys}::text[]) as key where strpos(model.model_key, key) > 0)
      order by (select max(length(key)) from unnest(${keys}::text[]) as key where strpos(model.model_key, key) > 0) desc,
        length(model.model_key), model.position limit 1
    ) as model
    from labels where labels.number = any(${numbers}::text[])
      and exists (select from label_models as other where other.label_id = labels.id and other.position = 1)`.execute(
    db,
  );
  return rows.filter(({ model }) => (model as string | null) !== null);
}
