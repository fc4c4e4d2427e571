import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getRequestListener } from '@hono/node-server';
import { pino } from 'pino';
import type { StoredPages } from '../../src/app/stored-page/stored-pages.ts';
import { connectServer } from '../../src/db/connect.ts';
import { answerStored } from '../../src/web/stored/answer-stored.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import type { aPublicSite } from '../../testing/public-site.ts';
import { aStoringSite } from './storing-site.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison, type Report, type Run } from '../measure/report.ts';
import type { Told, Turn } from './ask-labels.ts';
import { storeAnswers } from './store-answers.ts';

const CONNECTIONS = 32;
const TURN_MS = 1000;
const DATABASE_CONNECTIONS = 10;

/** What is asked for: a page and its twin for programs. */
const KINDS = {
  page: { suffix: '', type: 'text/html; charset=utf-8', stored: 'page.ja' },
  JSON: { suffix: '.json', type: 'application/json', stored: 'json' },
} as const;

/** Changes published a second while answers are asked for, and for how many seconds. */
const CHANGES = { perSecond: 50, seconds: 5 } as const;

type Kind = keyof typeof KINDS;
type Contender = 'ours, uniform' | 'ours, Zipf' | 'bare' | 'select';

/**
 * The most a request may cost as a multiple of the peer's: at least 0.3 and 0.4 of a bare server, 1.3 of one that
 * selects.
 */
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

/** Labels that are already there, on a site whose answers are stored. */
type FilledSite = {
  readonly site: Awaited<ReturnType<typeof aPublicSite>>;
  readonly stored: StoredPages;
  /** Of the database, for the peer that asks it. */
  readonly url: string;
  readonly numbers: readonly string[];
};

/** The server as `serve` starts it: stored answers first, then the application. */
async function startOurs({ site, stored }: FilledSite): Promise<Server> {
  const application = getRequestListener(site.app.fetch);
  const setup = { ...site.setup, log: pino({ level: 'info' }, { write: () => undefined }), stored };
  const server = createServer(answerStored(setup, (request, response) => void application(request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Whether all is answered while what is asked for is changed. */
async function underChanges(
  asking: ChildProcess,
  { url, file }: { readonly url: string; readonly file: string },
  turn: Pick<Turn, 'origin' | 'suffix'>,
): Promise<Part> {
  const changing = fork(join(import.meta.dirname, 'publish-changes.ts'), [url, file, String(CHANGES.perSecond)]);
  await once(changing, 'message');
  const told = await takeTurn(asking, { ...turn, picks: 'zipf', milliseconds: CHANGES.seconds * 1000 });
  changing.send('end');
  const [published] = (await once(changing, 'message')) as [number];
  const counts = { 'under changes: changes published': published, 'under changes: answers': told.answers };
  const isSlow = published < CHANGES.perSecond * CHANGES.seconds * 0.9;
  const faults = [
    ...(told.failures > 0 ? [`under changes: ${String(told.failures)} requests had no answer`] : []),
    ...(isSlow ? [`only ${String(published)} changes could be published`] : []),
  ];
  return { comparisons: [], counts, faults };
}

/** Measures label pages and JSON over labels that are already there; two peers run in processes of their own. */
async function measureLabelPages(filled: FilledSite, rounds: number): Promise<Part> {
  const { site, url, numbers } = filled;
  const folder = mkdtempSync(join(tmpdir(), 'shirushi-bench-'));
  const file = join(folder, 'numbers');
  writeFileSync(file, numbers.join('\n'));
  const server = await startOurs(filled);
  const ours = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const asking = fork(join(import.meta.dirname, 'ask-labels.ts'), [file, String(CONNECTIONS)]);
  const parts: Part[] = [];
  try {
    for (const kind of Object.keys(KINDS) as Kind[]) {
      const { suffix, type, stored } = KINDS[kind];
      const sample = join(folder, kind);
      const answer = await site.get(`/labels/${numbers[0] ?? ''}${suffix}`);
      const [text, modified] = [await answer.text(), answer.headers.get('last-modified')];
      await storeAnswers(site.world, { kind: stored, text, modified }, numbers);
      await site.world.deps.db.pool.query('vacuum analyze stored_pages');
      writeFileSync(sample, gzipSync(text));
      const [bare, select] = [await startPeer([sample, type]), await startPeer([sample, type, url])];
      const taken = await takeTurns(asking, kind, { ours, bare: bare.origin, select: select.origin }, rounds);
      for (const { child } of [bare, select]) child.disconnect();
      const failures = Object.values(taken)
        .flat()
        .reduce((sum, told) => sum + told.failures, 0);
      const faults = failures === 0 ? [] : [`${kind}: ${String(failures)} requests had no answer`];
      parts.push({ comparisons: comparisonsOf(kind, taken), counts: countsOf(kind, taken), faults });
    }
    parts.push(await underChanges(asking, { url, file }, { origin: ours, suffix: '' }));
  } finally {
    asking.disconnect();
    server.closeAllConnections();
    server.close();
    await filled.stored.settle();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    comparisons: parts.flatMap(({ comparisons }) => comparisons),
    counts: Object.assign({}, ...parts.map(({ counts }) => counts)) as Report['counts'],
    faults: parts.flatMap(({ faults }) => faults),
  };
}

/** `npm run bench -- label-page`: labels by number, as pages and as JSON, against servers that only send the same bytes. */
export const labelPage: Run = async (options, say) => {
  const count = Number(options['labels']);
  const cluster = await startDiskCluster();
  try {
    const url = await cluster.createDatabase('labels');
    const opened = await connectServer(url, { max: DATABASE_CONNECTIONS });
    if (!opened.ok) throw new Error(opened.error.code);
    const db = opened.value;
    try {
      await migrateForTests(db);
      const { site, stored } = await aStoringSite(db);
      say(`filling the register with ${String(count)} labels`);
      const numbers = (await manyLabels(site.world, count)).map(({ number }) => number);
      await db.pool.query('vacuum analyze');
      say('asking, ours and the peers in turn');
      const part = await measureLabelPages({ site, stored, url, numbers }, Number(options['rounds']));
      return judged({ benchmark: 'label-page', ...part, counts: { ...part.counts, labels: count } });
    } finally {
      await db.close();
    }
  } finally {
    cluster.remove();
  }
};
