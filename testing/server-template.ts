import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectServer } from '../src/db/connect.ts';
import type { Database } from '../src/db/database.ts';
import { MIGRATIONS_KEY, migrateForTests } from './migrations.ts';
import { CLUSTER, clusterUrl, joinCluster } from './postgres-cluster.ts';
import { withProcessLock } from './process-lock.ts';

const TEMPLATE = `template_${MIGRATIONS_KEY}`;

/** Runs one statement as administrator of the cluster. */
async function administer(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: clusterUrl('postgres') });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

async function open(name: string): Promise<Database> {
  const opened = await connectServer(clusterUrl(name), { max: 4 });
  if (!opened.ok) throw new Error(`server test database: ${JSON.stringify(opened.error)}`);
  return opened.value;
}

async function template(): Promise<string> {
  await withProcessLock(CLUSTER.lock, async () => {
    const found = await administer(`select from pg_database where datname = '${TEMPLATE}'`);
    if (found.rowCount === 1) return;
    const unfinished = `${TEMPLATE}_unfinished`;
    await administer(`drop database if exists ${unfinished} with (force)`);
    await administer(`create database ${unfinished}`);
    const db = await open(unfinished);
    await migrateForTests(db);
    await db.close();
    await administer(`alter database ${unfinished} rename to ${TEMPLATE}`);
  });
  return TEMPLATE;
}

/** Makes a database of its own on the test server, and answers with its address and how to remove it. */
export async function createServerDatabase({ migrated }: { readonly migrated: boolean }): Promise<{
  readonly url: string;
  readonly drop: () => Promise<void>;
}> {
  await joinCluster();
  const origin = migrated ? await template() : 'template1';
  const name = `t_${randomBytes(8).toString('hex')}`;
  await administer(`create database ${name} template ${origin} strategy file_copy`);
  return {
    url: clusterUrl(name),
    drop: async () => {
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}

/** Opens a database of its own on the test server; closing it removes it. */
export async function openServerDatabase(options: { readonly migrated: boolean }): Promise<Database> {
  const { url, drop } = await createServerDatabase(options);
  const opened = await connectServer(url, { max: 4 });
  if (!opened.ok) throw new Error(`server test database: ${JSON.stringify(opened.error)}`);
  const db = opened.value;
  const close = async (): Promise<void> => {
    await db.close();
    await drop();
  };
  return { ...db, close };
}
