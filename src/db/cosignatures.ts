import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** A checkpoint's size, and the line a witness has signed it with. */
type SavedCosignature = { readonly size: number; readonly line: string };

/** What a witness has signed last. */
export async function findCosignatureOf(db: Reader, witness: string): Promise<SavedCosignature | undefined> {
  const rows = db.selectFrom('public_log_cosignatures').select(['size', 'line']);
  return rows.where('witness', '=', witness).executeTakeFirst();
}

/** Remembers what a witness has signed last; an older cosignature never takes the place of a newer one. */
export async function saveCosignature(tx: Tx, saved: SavedCosignature & { readonly witness: string }): Promise<void> {
  const { witness, size, line } = saved;
  await tx
    .insertInto('public_log_cosignatures')
    .values({ witness, size, line })
    .onConflict((conflict) =>
      conflict.column('witness').doUpdateSet({ size, line }).where('public_log_cosignatures.size', '<=', size),
    )
    .execute();
}

/** A signed checkpoint with the cosignatures that witnesses have given for it. */
export async function withCosignatures(db: Reader, size: number, checkpoint: string): Promise<string> {
  const rows = db.selectFrom('public_log_cosignatures').select('line').where('size', '=', size);
  const lines = await rows.orderBy('witness').execute();
  return checkpoint + lines.map(({ line }) => line).join('');
}
