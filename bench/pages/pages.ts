import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { connectEmbedded, connectServer } from '../../src/db/connect.ts';
import type { Database } from '../../src/db/database.ts';
import { aDraft } from '../../testing/builders/cases.ts';
import { completeApplication } from '../../testing/builders/application.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { POSTGRES_PROGRAMS } from '../../testing/postgres-programs.ts';
import { aWorkspaceSite, cookieOf, type Visitor, type WorkspaceSite } from '../../testing/workspace-site.ts';
import { recordStatements, type Statement } from '../acts/recording.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison, type Report, type Run } from '../measure/report.ts';
import { manyCases } from './many-cases.ts';

const TARGET = 3;
const WARM_UP = 20;
const CONNECTIONS = 32;
/** As many as a server process opens unless told otherwise. */
const DATABASE_CONNECTIONS = 10;
const FILES = 20;

type Options = { readonly cases: number; readonly rounds: number; readonly requests: number };
type Part = Pick<Report, 'comparisons' | 'counts' | 'faults'>;
type Page = { readonly name: string; readonly path: string; readonly visitor: Visitor };

const run = promisify(execFile);

/** The pages measured: a vendor's task list, a criterion with twenty files, and the officers' queue. */
async function pagesOf(site: WorkspaceSite): Promise<readonly Page[]> {
  const { world } = site;
  const complete = completeApplication(world.scheme, world.today());
  const [first] = complete.determinations;
  if (first?.criterion === undefined) throw new Error('the application states nothing about any criterion');
  const evidence = Array.from({ length: FILES }, (_, at) => `evidence-${String(at + 1)}.txt`);
  const determinations = complete.determinations.map((row) => (row === first ? { ...row, evidence } : row));
  const { applicationNumber } = await aDraft(world, { determinations });
  const editor = await site.signIn('editor');
  const tasks = `/workspace/cases/${applicationNumber}`;
  return [
    { name: 'task list', path: tasks, visitor: editor },
    { name: `criterion, ${String(FILES)} files`, path: `${tasks}/criteria/${first.criterion}`, visitor: editor },
    { name: 'queue', path: '/workspace/office', visitor: await site.signIn('officerA') },
  ];
}

async function ask({ path, visitor }: Page): Promise<string> {
  const answer = await visitor.get(path);
  if (answer.status !== 200) throw new Error(`${path} was answered with ${String(answer.status)}`);
  return answer.text();
}

async function replay(db: Database, statements: readonly Statement[]): Promise<void> {
  const client = await db.pool.connect();
  try {
    for (const { text, values } of statements) await client.query(text, [...values]);
  } finally {
    client.release();
  }
}

/** One page alone, in this process, against its own statements one after the other on one connection. */
async function alone(kind: string, db: Database, page: Page, rounds: number): Promise<Comparison> {
  await ask(page);
  const statements = await recordStatements(db, () => ask(page));
  if (statements.length === 0) throw new Error(`${page.path} asked the database nothing`);
  const contenders = { ours: () => ask(page), replayed: () => replay(db, statements) };
  const times = await interleave(contenders, { rounds, warmUp: WARM_UP });
  const what = `${kind}: ${page.name}`;
  const peerName = `its ${String(statements.length)} statements`;
  return { what, ours: median(times.ours), peer: median(times.replayed), peerName, target: TARGET };
}

/** One page over many connections at once: what the slowest hundredth waits against what half of all wait. */
async function together(kind: string, { app }: WorkspaceSite, page: Page, requests: number): Promise<Comparison> {
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}${page.path}`;
    const asking = [url, cookieOf(page.visitor.token).cookie, String(CONNECTIONS), String(requests)];
    const script = join(import.meta.dirname, 'ask-often.ts');
    const { stdout } = await run(process.execPath, [script, ...asking], { maxBuffer: 2 ** 26 });
    const waits = (JSON.parse(stdout) as number[]).sort((first, second) => first - second);
    const slowest = waits[Math.ceil(waits.length * 0.99) - 1] ?? Number.NaN;
    const what = `${kind}: ${page.name}, p99 of ${String(CONNECTIONS)} connections`;
    return { what, ours: slowest, peer: median(waits), peerName: 'p50', target: TARGET };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function measure(kind: string, db: Database, options: Options): Promise<Part> {
  try {
    await migrateForTests(db);
    const site = await aWorkspaceSite(db);
    await manyCases(site.world, options.cases);
    const pages = await pagesOf(site);
    const comparisons: Comparison[] = [];
    for (const page of pages) {
      comparisons.push(await alone(kind, db, page, options.rounds));
      comparisons.push(await together(kind, site, page, options.requests));
    }
    const { rows } = await db.pool.query<{ count: number }>('select count(*) as count from cases');
    return { comparisons, counts: { [`${kind}: cases`]: rows[0]?.count ?? 0 }, faults: [] };
  } finally {
    await db.close();
  }
}

async function onEmbedded(options: Options): Promise<Part> {
  const directory = mkdtempSync(join(tmpdir(), 'shirushi-pages-'));
  try {
    const opened = await connectEmbedded(directory);
    if (!opened.ok) throw new Error(opened.error.code);
    return await measure('embedded', opened.value, options);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function onServer(options: Options): Promise<Part> {
  if (POSTGRES_PROGRAMS === undefined)
    return { comparisons: [], counts: {}, faults: ['no PostgreSQL server programs found'] };
  const cluster = await startDiskCluster();
  try {
    const opened = await connectServer(await cluster.createDatabase('pages'), { max: DATABASE_CONNECTIONS });
    if (!opened.ok) throw new Error(opened.error.code);
    return await measure(`server ${cluster.version.split(' ')[0] ?? ''}`, opened.value, options);
  } finally {
    cluster.remove();
  }
}

/** `npm run bench -- pages`: what the program costs beyond its SQL for a page, and how evenly many readers are served. */
export const pages: Run = async (options, say) => {
  const wish = {
    cases: Number(options['cases']),
    rounds: Number(options['rounds']),
    requests: Number(options['requests']),
  };
  const parts: Part[] = [];
  for (const [kind, measured] of Object.entries({ embedded: onEmbedded, server: onServer })) {
    if (options['on'] !== 'both' && options['on'] !== kind) continue;
    say(`on ${kind} …`);
    parts.push(await measured(wish));
  }
  return judged({
    benchmark: 'pages',
    comparisons: parts.flatMap((part) => part.comparisons),
    counts: Object.assign({}, ...parts.map((part) => part.counts)) as Report['counts'],
    faults: parts.flatMap((part) => part.faults),
  });
};
