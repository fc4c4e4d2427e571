import { setTimeout as pause } from 'node:timers/promises';
import type { DiskCluster } from '../measure/disk-cluster.ts';
import { beginLife, endLife, inspect, liveAndDie, type Life } from './life.ts';

/** What a round's kills fall on. */
export type Moment = 'acts' | 'checkpoint' | 'start' | 'creation' | 'database';

const ONCE_EACH: readonly Moment[] = ['acts', 'start', 'checkpoint', 'acts'];

/** The order of the moments; what varies is where within them the kill falls. Making a database takes longest. */
export const EMBEDDED_MOMENTS: readonly Moment[] = [
  ...([...ONCE_EACH, 'creation'] as const),
  ...[...ONCE_EACH, ...ONCE_EACH, ...ONCE_EACH, 'acts' as const],
];
export const SERVER_MOMENTS: readonly Moment[] = ['acts', 'start', 'checkpoint', 'database', 'creation'];

/** The most acts a process may acknowledge before the wait for its kill begins: some three cases. */
const MOST_ACTS = 20;

/** Longest waits in milliseconds, from the beginning of what is to be hit. */
const WITHIN = { act: 30, checkpoint: 15, migration: 150 };

/** What a round needs to know. */
type RoundWorld = {
  readonly life: Life;
  readonly cluster: DiskCluster | undefined;
  readonly chance: () => number;
};

async function killWhileActing({ life, chance }: RoundWorld): Promise<void> {
  const start = performance.now();
  const isFirst = life.processes === 0;
  await liveAndDie(life, async (process) => {
    await process.reached('ready');
    const took = performance.now() - start;
    life.took = isFirst ? { first: took, later: took } : { ...life.took, later: took };
    await process.acknowledges(Math.floor(chance() * (MOST_ACTS + 1)));
    await pause(chance() * WITHIN.act);
  });
}

async function killAtCheckpoint({ life, chance }: RoundWorld): Promise<void> {
  await liveAndDie(life, async (process) => {
    await process.reached('checkpoint');
    await pause(chance() * WITHIN.checkpoint);
  });
}

async function killWhileStarting({ life, chance }: RoundWorld, within: number): Promise<void> {
  await liveAndDie(life, () => pause(chance() * within));
}

async function killWhileMigrating({ life, chance }: RoundWorld): Promise<void> {
  await liveAndDie(life, async (process) => {
    await process.reached('opened');
    await pause(chance() * WITHIN.migration);
  });
}

/** A place of its own is killed while it is made, while it is migrated, and while acts run on what was left of it. */
async function killWhileCreating(world: RoundWorld): Promise<readonly string[]> {
  const life = await beginLife(world.cluster);
  const here = { ...world, life };
  await killWhileStarting(here, world.life.took.first);
  await killWhileMigrating(here);
  await killWhileActing(here);
  const { faults } = await inspect(life);
  if (faults.length === 0) endLife(life);
  return faults;
}

/** Kills once, or more than once in a row, at a moment of one kind; answers with the faults of a place of its own. */
export async function killAt(moment: Moment, world: RoundWorld): Promise<readonly string[]> {
  switch (moment) {
    case 'acts':
      await killWhileActing(world);
      return [];
    case 'checkpoint':
      await killAtCheckpoint(world);
      return [];
    case 'start':
      // What the first kill left has to be recovered by the process that is killed next.
      await killWhileActing(world);
      await killWhileStarting(world, world.life.took.later);
      return [];
    case 'database':
      await killWhileActing(world);
      await world.cluster?.killAndRestart();
      return [];
    case 'creation':
      return killWhileCreating(world);
  }
}
