import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { brokenPromises } from '../../testing/case-invariants.ts';
import type { DiskCluster } from '../measure/disk-cluster.ts';
import { startActing, type ActingProcess } from './acting-process.ts';
import { caseFaults } from './case-faults.ts';
import { fileFaults } from './file-faults.ts';
import { readFoundState, type FoundState } from './found-state.ts';
import { Ledger } from './ledger.ts';
import { numberFaults } from './number-faults.ts';
import { filesOf, openPlace, type Place } from './place.ts';
import { publicationFaults } from './publication-faults.ts';

/** A place and everything its processes acknowledged, over as many deaths as it lives through. */
export type Life = {
  readonly place: Place;
  readonly ledger: Ledger;
  /** Processes started so far, and how many were killed since the database was last looked at. */
  processes: number;
  kills: number;
  /** Milliseconds from its start until a process acted: the first one, which made the place, and the last one since. */
  took: { readonly first: number; readonly later: number };
};

let databases = 0;

/** A new place: an empty folder unless one is given, and an empty database where the database is on a server. */
export async function beginLife(
  cluster: DiskCluster | undefined,
  directory = mkdtempSync(join(tmpdir(), 'shirushi-kill-')),
): Promise<Life> {
  databases += 1;
  const databaseUrl = await cluster?.createDatabase(`kill_${String(databases)}`);
  return {
    place: { directory, databaseUrl },
    ledger: new Ledger(),
    processes: 0,
    kills: 0,
    took: { first: 0, later: 0 },
  };
}

/** Removes the folder of a place that is not needed any more. */
export function endLife({ place }: Life): void {
  rmSync(place.directory, { recursive: true, force: true });
}

/** Starts the next process of a life, kills it when the moment has come, and enters what it acknowledged. */
export async function liveAndDie(life: Life, moment: (process: ActingProcess) => Promise<unknown>): Promise<void> {
  const process = startActing(life.place, life.processes);
  life.processes += 1;
  await moment(process);
  const acknowledged = await process.kill();
  life.kills += 1;
  acknowledged.forEach((done) => life.ledger.record(done));
  const failure = process.failure();
  if (failure !== undefined) throw new Error(`an acting process failed: ${failure}`);
}

/** A server finishes, or drops, what a killed client had sent before anybody may judge it. */
async function awaitOrphans(pool: Pool): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
    if (rows[0]?.others === 0) return;
    await pause(5);
  }
}

/** What is wrong with a state that was read, by every rule there is. */
export async function stateFaults(life: Life, state: FoundState): Promise<readonly string[]> {
  return [
    ...life.ledger.faults(state, life.kills),
    ...caseFaults(state.cases),
    ...numberFaults(state),
    ...(await publicationFaults(state)),
    ...(await fileFaults(state, filesOf(life.place))),
  ];
}

/** Restarts the database of a life and holds it against everything acknowledged and every invariant. */
export async function inspect(life: Life): Promise<{ readonly faults: readonly string[]; readonly state: FoundState }> {
  const db = await openPlace(life.place);
  try {
    if (db.kind === 'server') await awaitOrphans(db.pool);
    const state = await readFoundState(db.pool);
    const promises = await brokenPromises(db);
    const faults = [...(await stateFaults(life, state)), ...promises.map((promise) => `broken: ${promise}`)];
    life.kills = 0;
    return { faults, state };
  } finally {
    await db.close();
  }
}
