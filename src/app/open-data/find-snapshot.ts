import { listSnapshots, type Snapshot } from '../../db/snapshots.ts';
import type { Deps } from '../ports.ts';

export type { Snapshot } from '../../db/snapshots.ts';

/** The newest snapshots of the register; everybody may have them. */
export function listNewestSnapshots({ db }: Pick<Deps, 'db'>, limit: number): Promise<readonly Snapshot[]> {
  return listSnapshots(db.kysely, { limit });
}

/** The snapshot of a day, and how its file is opened; undefined when there is none. */
export async function findSnapshot(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  day: Temporal.PlainDate,
): Promise<{ readonly snapshot: Snapshot; readonly open: () => ReturnType<Deps['files']['open']> } | undefined> {
  const [snapshot] = await listSnapshots(db.kysely, { until: day, limit: 1 });
  if (snapshot === undefined || !snapshot.day.equals(day)) return undefined;
  return { snapshot, open: () => files.open(snapshot.sha256) };
}
