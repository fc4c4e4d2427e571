import type { Database } from '../../src/db/database.ts';
import { connectServer } from '../../src/db/connect.ts';
import { madeLabels, type MadeLabel } from '../../testing/builders/made-labels.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { aWorld, groundOn, type Ground } from '../../testing/builders/world.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { startDiskCluster, type DiskCluster } from './disk-cluster.ts';

/** A register with so many made-up labels on a PostgreSQL of its own, and what is known of each of them. */
export type FilledRegister = {
  readonly count: number;
  readonly url: string;
  readonly ground: Ground;
  readonly labels: readonly MadeLabel[];
};

/** What a server with a register of this size is given instead of 128 MB: a quarter of four GiB (PostgreSQL, 20.4.1). */
const SETTINGS = ['shared_buffers=1GB', 'max_wal_size=4GB'];

type Filling = {
  readonly cluster: DiskCluster;
  readonly say: (line: string) => void;
};

async function isFilled({ pool }: Database, count: number): Promise<boolean> {
  const { rows } = await pool.query<{ there: string | null }>(`select to_regclass('label_search')::text as there`);
  if (rows[0]?.there === null) return false;
  const { rows: counted } = await pool.query<{ labels: number }>('select count(*)::int as labels from label_search');
  return (counted[0]?.labels ?? 0) >= count;
}

async function fill(db: Database, count: number, say: Filling['say']): Promise<FilledRegister['labels']> {
  say(`filling a register with ${String(count)} labels`);
  const start = performance.now();
  await migrateForTests(db);
  const labels = await manyLabels(await aWorld(db), count);
  const client = await db.pool.connect();
  await client.query(`set statement_timeout = 0`);
  await client.query('vacuum analyze');
  await client.query('reset statement_timeout');
  client.release();
  say(`filled in ${String(Math.round((performance.now() - start) / 1000))} s`);
  return labels;
}

async function openOne(count: number, { cluster, say }: Filling): Promise<FilledRegister & { readonly db: Database }> {
  const name = `labels_${String(count)}`;
  const { rows } = await cluster.administer(`select from pg_database where datname = '${name}'`);
  const url = rows.length > 0 ? cluster.url(name) : await cluster.createDatabase(name);
  const opened = await connectServer(url, { max: 10 });
  if (!opened.ok) throw new Error(opened.error.code);
  const db = opened.value;
  const filled = (await isFilled(db, count)) ? undefined : await fill(db, count, say);
  const ground = await groundOn(db);
  const known = { scheme: ground.scheme, last: ground.today() };
  return { db, count, url, ground, labels: filled ?? [...madeLabels(known, count)] };
}

/**
 * Opens registers of some sizes, filled anew or found in the folder they are kept in, for as long as something is
 * measured.
 */
export async function withRegisters<T>(
  counts: readonly number[],
  { folder, say }: { readonly folder: string; readonly say: (line: string) => void },
  measure: (registers: readonly FilledRegister[]) => Promise<T>,
): Promise<T> {
  const cluster = await startDiskCluster({ folder: folder === '' ? undefined : folder, settings: SETTINGS });
  const opened: (FilledRegister & { readonly db: Database })[] = [];
  try {
    for (const count of counts) opened.push(await openOne(count, { cluster, say }));
    return await measure(opened);
  } finally {
    for (const { db } of opened) await db.close();
    cluster.remove();
  }
}
