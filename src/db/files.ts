import type { Sha256 } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** A stored file as the database knows it; `size` in bytes. */
type StoredFile = {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  readonly storedAt: Temporal.Instant;
};

/**
 * Records stored files; the first record of the same content stays as it is. They are written in the order of their
 * hashes, so that acts which attach the same files never wait for each other crosswise.
 */
export async function insertFiles(tx: Tx, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  const inOrder = files.toSorted((first, second) => (first.sha256 < second.sha256 ? -1 : 1));
  await tx
    .insertInto('files')
    .values(
      inOrder.map((file) => ({
        sha256: file.sha256,
        size: file.size,
        media_type: file.mediaType,
        stored_at: file.storedAt,
      })),
    )
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** The record of a stored file, if there is one. */
export async function findFile(reader: Reader, sha256: Sha256): Promise<StoredFile | undefined> {
  const row = await reader
    .selectFrom('files')
    .select(['sha256', 'size', 'media_type', 'stored_at'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row && { sha256: row.sha256, size: row.size, mediaType: row.media_type, storedAt: row.stored_at };
}

/** One page of the recorded files' hashes, ascending; `after` is the last of the page before. */
export async function listFileHashes(
  reader: Reader,
  { after, limit }: { readonly after?: Sha256 | undefined; readonly limit: number },
): Promise<readonly Sha256[]> {
  const rows = await reader
    .selectFrom('files')
    .select('sha256')
    .$if(after !== undefined, (query) => query.where('sha256', '>', after as Sha256))
    .orderBy('sha256')
    .limit(limit)
    .execute();
  return rows.map((row) => row.sha256);
}
