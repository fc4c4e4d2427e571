import type { Sha256 } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { SnapshotsTable } from './snapshot-tables.ts';
import type { Tx } from './transact.ts';

/** A snapshot, and the size of its file in bytes. */
export type Snapshot = Readonly<Omit<SnapshotsTable, 'list_sha256' | 'list_size'>> & { readonly size: number };

/** Records a snapshot; the first one of a day stays as it is. Answers whether it was the first. */
export async function saveSnapshot(tx: Tx, snapshot: SnapshotsTable): Promise<boolean> {
  const saved = await tx
    .insertInto('snapshots')
    .values(snapshot)
    .onConflict((conflict) => conflict.column('day').doNothing())
    .returning('day')
    .executeTakeFirst();
  return saved !== undefined;
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

/** A day with a list of all that was in the register, and the list's file; the newest such day unless one is named. */
export async function findListedDay(
  db: Reader,
  day: Temporal.PlainDate | undefined,
): Promise<{ readonly day: Temporal.PlainDate; readonly sha256: Sha256; readonly size: number } | undefined> {
  return db
    .selectFrom('snapshots')
    .select((eb) => ['day', eb.ref('list_sha256').$notNull().as('sha256'), eb.ref('list_size').$notNull().as('size')])
    .where('list_sha256', 'is not', null)
    .$if(day !== undefined, (query) => query.where('day', '=', day as Temporal.PlainDate))
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
}
