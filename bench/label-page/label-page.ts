import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { connectServer } from '../../src/db/connect.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison, type Report, type Run } from '../measure/report.ts';
import type { Told, Turn } from './ask-labels.ts';

const CONNECTIONS = 32;
const TURN_MS = 1000;
const DATABASE_CONNECTIONS = 10;

/** What is asked for: a page and its twin for programs. */
const KINDS = {
  page: { suffix: '', type: 'text/html; charset=utf-8' },
  JSON: { suffix: '.json', type: 'application/json' },
} as const;

type Kind = keyof typeof KINDS;
type Contender = 'ours, uniform' | 'ours, Zipf' | 'bare' | 'select';

/** The most a request may cost as a multiple of the peer's: at least 0.3 and 0.4 of a bare server, 1.3 of one that selects. */
const TARGETS = { uniform: 1 / 0.3, zipf: 1 / 0.4, select: 1 / 1.3, spread: 1.5 } as const;

type Measured = Told & { readonly cpuMicroseconds: number };
type Rounds = Readonly<Record<Contender, readonly Measured[]>>;
type Origins = Readonly<Record<'ours' | 'bare' | 'select', string>>;

async function startPeer(args: readonly string[]): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = fork(join(import.meta.dirname, 'peer-server.ts'), args);
  const [port] = (await once(child, 'message')) as [number];
  return { child, origin: `http://127.0.0.1:${String(port)}` };
}

async function takeTurn(asking: ChildProcess, turn: Turn): Promise<Measured> {
  const before = process.cpuUsage();
  asking.send(turn);
  const [told] = (await once(asking, 'message')) as [Told];
  const { user, system } = process.cpuUsage(before);
  return { ...told, cpuMicroseconds: (user + system) / told.answers };
}

/** One second each in turn, so that whatever else the machine does falls on all. */
async function takeTurns(asking: ChildProcess, kind: Kind, origins: Origins, rounds: number): Promise<Rounds> {
  const { suffix } = KINDS[kind];
  const turns: Readonly<Record<Contender, Turn>> = {
    'ours, uniform': { origin: origins.ours, suffix, picks: 'uniform', milliseconds: TURN_MS },
    'ours, Zipf': { origin: origins.ours, suffix, picks: 'zipf', milliseconds: TURN_MS },
    bare: { origin: origins.bare, suffix, picks: 'uniform', milliseconds: TURN_MS },
    select: { origin: origins.select, suffix, picks: 'uniform', milliseconds: TURN_MS },
  };
  const names = Object.keys(turns) as Contender[];
  const all: Record<Contender, Measured[]> = { 'ours, uniform': [], 'ours, Zipf': [], bare: [], select: [] };
  for (let round = -2; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const measured = await takeTurn(asking, turns[name]);
      if (round >= 0) all[name].push(measured);
    }
  }
  return all;
}

const perAnswer = ({ answers }: Told): number => TURN_MS / answers;

/** Milliseconds of the server's time an answer takes; the ratio is the median of the ratios of single rounds. */
function compared(
  what: string,
  ours: readonly number[],
  peer: readonly number[],
): Pick<Comparison, 'what' | 'ours' | 'peer'> {
  const ratio = median(ours.map((value, round) => value / (peer[round] ?? Number.NaN)));
  return { what, ours: ratio * median(peer), peer: median(peer) };
}

function comparisonsOf(kind: Kind, rounds: Rounds): readonly Comparison[] {
  const cost = (name: Contender): readonly number[] => rounds[name].map(perAnswer);
  const spread = (name: Contender): readonly number[] => rounds[name].map(({ p50, p99 }) => p99 / p50);
  const [uniform, zipf] = ['ours, uniform', 'ours, Zipf'] as const;
  return [
    {
      ...compared(`${kind}, uniform`, cost(uniform), cost('bare')),
      peerName: 'bare node:http',
      target: TARGETS.uniform,
    },
    { ...compared(`${kind}, Zipf`, cost(zipf), cost('bare')), peerName: 'bare node:http', target: TARGETS.zipf },
    {
      ...compared(`${kind}, uniform`, cost(uniform), cost('select')),
      peerName: 'one select each',
      target: TARGETS.select,
    },
    {
      ...compared(`${kind}, p99/p50`, spread(uniform), spread('bare')),
      peerName: 'bare p99/p50',
      target: TARGETS.spread,
    },
  ];
}

function countsOf(kind: Kind, rounds: Rounds): Report['counts'] {
  const each = Object.entries(rounds).flatMap(([name, measured]) => {
    const perSecond = Math.round(median(measured.map(({ answers }) => answers)) / (TURN_MS / 1000));
    const isOurs = name.startsWith('ours');
    const cpu = Math.round(median(measured.map(({ cpuMicroseconds }) => cpuMicroseconds)));
    return [
      [`${kind}, ${name}: answers a second`, perSecond] as const,
      ...(isOurs ? [[`${kind}, ${name}: CPU µs an answer`, cpu] as const] : []),
    ];
  });
  return Object.fromEntries(each);
}

type Part = Pick<Report, 'comparisons' | 'counts' | 'faults'>;

/** Measures over labels that are already there, on a server of this process and two peers of their own. */
async function measure(
  { app, get }: Pick<Awaited<ReturnType<typeof aPublicSite>>, 'app' | 'get'>,
  given: {
    readonly folder: string;
    readonly url: string;
    readonly numbers: readonly string[];
    readonly rounds: number;
  },
): Promise<Part> {
  const { folder, url, numbers, rounds } = given;
  const file = join(folder, 'numbers');
  writeFileSync(file, numbers.join('\n'));
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const ours = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const asking = fork(join(import.meta.dirname, 'ask-labels.ts'), [file, String(CONNECTIONS)]);
  const parts: Part[] = [];
  for (const kind of Object.keys(KINDS) as Kind[]) {
    const { suffix, type } = KINDS[kind];
    const sample = join(folder, kind);
    writeFileSync(sample, Buffer.from(await (await get(`/labels/${numbers[0] ?? ''}${suffix}`)).arrayBuffer()));
    const [bare, select] = [await startPeer([sample, type]), await startPeer([sample, type, url])];
    const taken = await takeTurns(asking, kind, { ours, bare: bare.origin, select: select.origin }, rounds);
    for (const { child } of [bare, select]) child.disconnect();
    const failures = Object.values(taken)
      .flat()
      .reduce((sum, told) => sum + told.failures, 0);
    const faults = failures === 0 ? [] : [`${kind}: ${String(failures)} requests had no answer`];
    parts.push({ comparisons: comparisonsOf(kind, taken), counts: countsOf(kind, taken), faults });
  }
  asking.disconnect();
  server.closeAllConnections();
  server.close();
  return {
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    counts: Object.assign({}, ...parts.map(({ counts }) => counts)) as Report['counts'],
    faults: parts.flatMap(({ faults }) => faults),
  };
}

/** `npm run bench -- label-page`: labels by number, as pages and as JSON, against servers that only send the same bytes. */
export const labelPage: Run = async (options, say) => {
  const count = Number(options['labels']);
  const folder = mkdtempSync(join(tmpdir(), 'shirushi-bench-'));
  const cluster = await startDiskCluster();
  try {
    const url = await cluster.createDatabase('labels');
    const opened = await connectServer(url, { max: DATABASE_CONNECTIONS });
    if (!opened.ok) throw new Error(opened.error.code);
    const db = opened.value;
    try {
      await migrateForTests(db);
      const site = await aPublicSite(db);
      say(`filling the register with ${String(count)} labels`);
      const labels = await manyLabels(site.world, count);
      await db.pool.query('vacuum analyze');
      say('asking, ours and the peers in turn');
      const numbers = labels.map(({ number }) => number);
      const part = await measure(site, { folder, url, numbers, rounds: Number(options['rounds']) });
      return judged({ benchmark: 'label-page', ...part, counts: { ...part.counts, labels: count } });
    } finally {
      await db.close();
    }
  } finally {
    cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};
