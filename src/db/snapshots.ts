import type { Reader } from './database.ts';
import type { SnapshotsTable } from './snapshot-tables.ts';
import type { Tx } from './transact.ts';

/** A snapshot, and the size of its file in bytes. */
export type Snapshot = Readonly<SnapshotsTable> & { readonly size: number };

/** Records a snapshot; the first one of a day stays as it is. */
export async function saveSnapshot(tx: Tx, snapshot: SnapshotsTable): Promise<void> {
  const { day, sha256, labels, taken_at } = snapshot;
  await tx
    .insertInto('snapshots')
    .values({ day, sha256, labels, taken_at })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
}

/** Snapshots of a day and those before it, the newest first. */
export async function listSnapshots(
  db: Reader,
  { until, limit }: { readonly until?: Temporal.PlainDate | undefined; readonly limit: number },
): Promise<readonly Snapshot[]> {
  return db
    .selectFrom('snapshots')
    .innerJoin('files', 'files.sha256', 'snapshots.sha256')
    .select(['snapshots.day', 'snapshots.sha256', 'snapshots.labels', 'snapshots.taken_at', 'files.size'])
    .$if(until !== undefined, (query) => query.where('snapshots.day', '<=', until as Temporal.PlainDate))
    .orderBy('snapshots.day', 'desc')
    .limit(limit)
    .execute();
}
