import type { Reader } from './database.ts';
import type { Sha256 } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** One stored version of the scheme data: its hash and its canonical content. */
type SchemeVersionRow = { readonly sha256: Sha256; readonly content: string };

/** Stores a version unless it is already there; answers whether it is new. */
export async function insertSchemeVersion(
  tx: Tx,
  version: SchemeVersionRow & { readonly scheme: string; readonly loadedAt: Temporal.Instant },
): Promise<boolean> {
  const inserted = await tx
    .insertInto('scheme_versions')
    .values({
      sha256: version.sha256,
      scheme: version.scheme,
      content: version.content,
      loaded_at: version.loadedAt,
    })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returning('sha256')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The content of a version by its hash. */
export async function findSchemeVersion(db: Reader, sha256: Sha256): Promise<SchemeVersionRow | undefined> {
  return db.selectFrom('scheme_versions').select(['sha256', 'content']).where('sha256', '=', sha256).executeTakeFirst();
}
