import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenPromises } from '../../testing/case-invariants.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { POSTGRES_PROGRAMS } from '../../testing/postgres-programs.ts';
import type { Run } from '../measure/report.ts';
import { openPlace, type Place } from '../kill/place.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison, type Report } from '../measure/report.ts';
import { ACTS, completeCases, type CaseNames } from './complete-case.ts';
import { recordStatements } from './recording.ts';
import { nextCase, replay } from './replay.ts';

const TARGET = 1.5;
const WARM_UP = 20;

type Part = Pick<Report, 'comparisons' | 'counts' | 'faults'>;

/** Whether every case is whole, the replayed ones too, and there are as many labels as cases were run. */
async function soundness(db: Awaited<ReturnType<typeof openPlace>>, cases: number): Promise<readonly string[]> {
  const { rows } = await db.pool.query<{ labels: number }>(
    'select count(*) as labels from labels where published_at is not null',
  );
  const labels = rows[0]?.labels;
  return [
    ...(labels === cases ? [] : [`${String(labels)} labels were published in ${String(cases)} cases`]),
    ...(await brokenPromises(db)),
  ];
}

/** Complete cases, replayed ones and bare commits in turn on one database. */
async function measure(name: string, place: Place, rounds: number): Promise<Part> {
  const db = await openPlace(place);
  try {
    await migrateForTests(db);
    await db.pool.query('create table bare_commits (n int)');
    const completeCase = await completeCases(db, join(place.directory, 'files'));
    let names: CaseNames | undefined;
    const statements = await recordStatements(db, async () => (names = await completeCase()));
    if (names === undefined) throw new Error('nothing was recorded');
    const recording = { names, statements };
    let prepared = await nextCase(db, recording);
    const bare = ['begin', 'insert into bare_commits values (1)', 'commit'].map((text) => ({ text, values: [] }));
    const contenders = {
      ours: completeCase,
      replayed: () => replay(db.pool, prepared),
      bare: () => replay(db.pool, bare),
    };
    const before = async (name: keyof typeof contenders): Promise<void> => {
      if (name === 'replayed') prepared = await nextCase(db, recording);
    };
    const times = await interleave(contenders, { rounds, warmUp: WARM_UP, before });
    const ours = median(times.ours);
    const comparison = (what: string, peer: number, peerName: string): Comparison => ({ what, ours, peer, peerName });
    return {
      comparisons: [
        { ...comparison(`${name}: one case`, median(times.replayed), 'its statements replayed'), target: TARGET },
        comparison(`${name}: one case`, median(times.bare), 'one bare commit'),
      ],
      counts: {
        [`${name}: cases of each`]: rounds,
        [`${name}: commits a case`]: ACTS,
        [`${name}: statements a case`]: statements.length,
      },
      faults: await soundness(db, 1 + 2 * (WARM_UP + rounds)),
    };
  } finally {
    await db.close();
  }
}

async function onEmbedded(directory: string, rounds: number): Promise<Part> {
  return measure('embedded', { directory, databaseUrl: undefined }, rounds);
}

async function onServer(directory: string, rounds: number): Promise<Part> {
  if (POSTGRES_PROGRAMS === undefined)
    return { comparisons: [], counts: {}, faults: ['no PostgreSQL server programs found'] };
  const cluster = await startDiskCluster();
  try {
    const databaseUrl = await cluster.createDatabase('acts');
    return await measure(`server ${cluster.version.split(' ')[0] ?? ''}`, { directory, databaseUrl }, rounds);
  } finally {
    cluster.remove();
  }
}

/** `npm run bench -- acts`: what the program costs beyond the statements it sends. */
export const acts: Run = async (options, say) => {
  const rounds = Number(options['cases']);
  const parts: Part[] = [];
  for (const [kind, measured] of Object.entries({ embedded: onEmbedded, server: onServer })) {
    if (options['on'] !== 'both' && options['on'] !== kind) continue;
    say(`on ${kind} …`);
    const directory = mkdtempSync(join(tmpdir(), 'shirushi-acts-'));
    try {
      parts.push(await measured(directory, rounds));
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
  return judged({
    benchmark: 'acts',
    comparisons: parts.flatMap((part) => part.comparisons),
    counts: Object.assign({}, ...parts.map((part) => part.counts)) as Report['counts'],
    faults: parts.flatMap((part) => part.faults),
  });
};
