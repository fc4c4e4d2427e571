import { sql } from 'kysely';
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

/** The versions no entry of the public log tells of, in the order they were loaded. */
export async function listUnloggedSchemeVersions(db: Reader): Promise<readonly SchemeVersionRow[]> {
  return db
    .selectFrom('scheme_versions')
    .select(['sha256', 'content'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('public_log')
            .select(sql.lit(1).as('one'))
            .whereRef('public_log.subject', '=', 'scheme_versions.sha256')
            .where('kind', '=', 'criteria-published'),
        ),
      ),
    )
    .orderBy('loaded_at')
    .orderBy('sha256')
    .execute();
}
