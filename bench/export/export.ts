import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectServer } from '../../src/db/connect.ts';
import { makeCredentials } from '../../src/app/credential/make-credentials.ts';
import type { ExportCounts } from '../../src/app/static-export/copy-files.ts';
import { exportToolsOf } from '../../testing/export-tools.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { aWorld, okOf, type World } from '../../testing/builders/world.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { exported, RUNNING } from '../../testing/static-copy.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { median } from '../measure/median.ts';
import { livingMemory, riseOf } from '../measure/memory.ts';
import { judged, type Report, type Run } from '../measure/report.ts';
import { changeLabels, logLabels } from './logged-labels.ts';

/** The share of a full export that what changed may take. */
const SHARE = 0.01;
/** MiB that what the collector leaves may rise by over the last half of the full export. */
const MOST_GROWTH = 32;
const SAMPLE_EVERY_MS = 2_000;

type Timed = { readonly ms: number; readonly counts: ExportCounts };

async function timed(run: () => Promise<ExportCounts>): Promise<Timed> {
  const begun = performance.now();
  const counts = await run();
  return { ms: performance.now() - begun, counts };
}

/** Memory in MiB: what lives after a collection, and all the process holds. */
type Memory = { readonly living: readonly number[]; readonly resident: readonly number[] };

/** Watches memory while something runs. */
async function watched<T>(run: () => Promise<T>): Promise<{ readonly result: T; readonly memory: Memory }> {
  const memory = { living: [] as number[], resident: [] as number[] };
  const timer = setInterval(() => {
    memory.living.push(livingMemory());
    memory.resident.push(process.memoryUsage().rss / 2 ** 20);
  }, SAMPLE_EVERY_MS);
  try {
    return { result: await run(), memory };
  } finally {
    clearInterval(timer);
  }
}

function faultsOf(full: Timed, count: number, growth: number): readonly string[] {
  return [
    // One label is granted by the acts, the others are copied from it.
    ...(full.counts.made === count + 1 ? [] : [`${String(full.counts.made)} labels were made`]),
    ...(growth > MOST_GROWTH ? [`memory rose by ${growth.toFixed(0)} MiB over the last half`] : []),
  ];
}

async function measure(
  world: World,
  folder: string,
  given: { readonly count: number; readonly changes: number; readonly rounds: number },
  say: (line: string) => void,
): Promise<Omit<Report, 'benchmark'>> {
  const { count, changes, rounds } = given;
  const tools = exportToolsOf('bench');
  const again = (): Promise<Timed> => timed(() => exported(world, tools, folder));
  say('exporting all of it');
  const { result: full, memory } = await watched(again);
  const growth = riseOf(memory.living);
  say(`exporting after ${String(changes)} changes, ${String(rounds)} times`);
  const incremental: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await changeLabels(world, changes, round);
    okOf(await makeCredentials(world.deps, RUNNING));
    const { ms, counts } = await again();
    if (counts.made !== changes) throw new Error(`${String(counts.made)} labels were made`);
    incremental.push(ms);
  }
  const nothing = await again();
  world.clock.set(world.today().add({ days: 1 }).toZonedDateTime(world.scheme.zone).toInstant().toString());
  say('exporting just after midnight');
  const midnight = await again();
  const after = { peerName: '1 % of the full export', peer: full.ms * SHARE };
  return {
    comparisons: [
      { ...after, what: `after ${String(changes)} changes, median`, ours: median(incremental), target: 1 },
      { ...after, what: 'nothing changed', ours: nothing.ms },
      { ...after, what: `just after midnight, ${String(midnight.counts.made)} pages changed`, ours: midnight.ms },
    ],
    counts: {
      labels: count,
      files: full.counts.written,
      'ms a label, full': (full.ms / count).toFixed(2),
      'MiB living at most': Math.max(...memory.living).toFixed(0),
      '… risen over the last half': growth.toFixed(1),
      'MiB resident at most': Math.max(...memory.resident).toFixed(0),
      '… resident, risen over the last half': riseOf(memory.resident).toFixed(1),
    },
    faults: faultsOf(full, count, growth),
  };
}

/** `npm run bench -- export`: the whole public side as files, and again after some changes. */
export const exportRegister: Run = async (options, say) => {
  const folder = mkdtempSync(join(options['folder'] === '' ? tmpdir() : (options['folder'] ?? ''), 'shirushi-export-'));
  const cluster = await startDiskCluster();
  try {
    const opened = await connectServer(await cluster.createDatabase('export'), { max: 8 });
    if (!opened.ok) throw new Error(opened.error.code);
    const db = opened.value;
    try {
      await migrateForTests(db);
      const world = await aWorld(db);
      const count = Number(options['labels']);
      say(`filling the register with ${String(count)} labels`);
      await manyLabels(world, count);
      await logLabels(world);
      okOf(await makeCredentials(world.deps, RUNNING));
      await db.pool.query('vacuum analyze');
      const given = { count, changes: Number(options['changes']), rounds: Number(options['rounds']) };
      return judged({ benchmark: 'export', ...(await measure(world, folder, given, say)) });
    } finally {
      await db.close();
    }
  } finally {
    cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};
