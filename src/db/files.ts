import { sql } from 'kysely';
import type { Sha256 } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A stored file as the database knows it; `size` in bytes. */
type StoredFile = {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  readonly storedAt: Temporal.Instant;
};

type FileColumns = {
  readonly hashes: readonly Sha256[];
  readonly sizes: readonly number[];
  readonly mediaTypes: readonly string[];
  readonly storedAt: readonly Temporal.Instant[];
};

// As arrays: the statement is the same for any number of files.
const recording = statement((db, { hashes, sizes, mediaTypes, storedAt }: FileColumns) =>
  sql`
    insert into files (sha256, size, media_type, stored_at)
    select * from unnest(${hashes}::text[], ${sizes}::bigint[], ${mediaTypes}::text[], ${storedAt}::timestamptz[])
    on conflict (sha256) do nothing`.compile(db),
);

/**
 * Records stored files; the first record of the same content stays as it is. They are written in the order of their
 * hashes, so that acts which attach the same files never wait for each other crosswise.
 */
export async function insertFiles(tx: Tx, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  const inOrder = files.toSorted((first, second) => (first.sha256 < second.sha256 ? -1 : 1));
  await recording(tx, {
    hashes: inOrder.map((file) => file.sha256),
    sizes: inOrder.map((file) => file.size),
    mediaTypes: inOrder.map((file) => file.mediaType),
    storedAt: inOrder.map((file) => file.storedAt),
  });
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
