import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mock, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { copyEmbeddedTemplate } from '../../testing/embedded-template.ts';
import { equal } from '../../testing/equal.ts';
import { mountTinyDisk } from '../../testing/tiny-disk.ts';
import { connectEmbedded } from './connect.ts';
import type { Database } from './database.ts';
import { proveSyncs, startEmbedded } from './embedded.ts';
import { FatalSignal, type FatalFailure } from './fatal-signal.ts';

const WRITER = join(import.meta.dirname, '../../testing/acknowledging-writer.ts');

async function opened(directory: string): Promise<Database> {
  const db = await connectEmbedded(directory);
  assert.ok(db.ok);
  return db.value;
}

function startWriter(directory: string): { readonly child: ChildProcess; readonly lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [WRITER, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  assert.ok(child.stdout);
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

test('each commit of the embedded database is forced to the disk before it is acknowledged', async () => {
  const embedded = await startEmbedded(join(await copyEmbeddedTemplate(), 'database'), new FatalSignal());
  const pool = new pg.Pool({ ...embedded.poolConfig, max: 1 });
  await pool.query('create table rows (n int)');
  for (let n = 0; n < 10; n += 1) {
    const before = embedded.syncs();
    await pool.query('insert into rows values ($1)', [n]);
    assert.ok(embedded.syncs() >= before + 1);
  }
  const before = embedded.syncs();
  await pool.query('checkpoint');
  assert.ok(embedded.syncs() > before + 1, 'data files are synced at a checkpoint too');
  await pool.end();
  await embedded.stop();
});

test('the embedded database refuses to start when its commits reach no disk', async () => {
  const unsynced = { query: () => Promise.resolve({ rows: [], fields: [] }) };
  await assert.rejects(
    proveSyncs(unsynced, () => 7),
    /does not sync its commits/,
  );
});

test('what was acknowledged survives the killing of the process, round after round', async () => {
  const directory = await copyEmbeddedTemplate();
  let acknowledged = 0;
  for (const rows of [5, 40, 120]) {
    const { child, lines } = startWriter(directory);
    assert.equal((await lines.next()).value, 'ready');
    const target = acknowledged + rows;
    while (acknowledged < target) acknowledged = Number((await lines.next()).value);
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (let line = await lines.next(); line.done !== true; line = await lines.next())
      acknowledged = Number(line.value);

    const db = await opened(directory);
    const kept = await db.pool.query('select count(*) as count, max(n) as last from acknowledged where n <= $1', [
      acknowledged,
    ]);
    equal({ ...kept.rows[0] }, { count: acknowledged, last: acknowledged });
    await db.close();
  }
  assert.ok(acknowledged >= 165);
});

test('a second process is refused the data directory, and told who holds it, until that one is dead', async () => {
  const directory = await copyEmbeddedTemplate();
  const { child, lines } = startWriter(directory);
  assert.equal((await lines.next()).value, 'ready');
  equal(await connectEmbedded(directory), {
    ok: false,
    error: { code: 'data_directory_in_use', directory, pid: child.pid },
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await opened(directory)).close();
});

test('a data directory can be opened once at a time in one process, and again after closing', async () => {
  const directory = await copyEmbeddedTemplate();
  const first = await opened(directory);
  const second = await connectEmbedded(directory);
  equal(second, { ok: false, error: { code: 'data_directory_in_use', directory, pid: process.pid } });
  await first.close();
  await (await opened(directory)).close();
});

test('after a failed sync nothing is acknowledged, the failure is reported once, and reopening recovers', async () => {
  const directory = await copyEmbeddedTemplate();
  const db = await opened(directory);
  const failures: FatalFailure[] = [];
  db.onFatal((failure) => failures.push(failure));
  await db.pool.query('create table rows (n int)');
  await db.pool.query('insert into rows values ($1)', [1]);
  const broken = mock.method(fs, 'fsyncSync', () => {
    throw Object.assign(new Error('input/output error'), { code: 'EIO' });
  });
  syncBuiltinESMExports();
  await assert.rejects(db.pool.query('insert into rows values ($1)', [2]), { code: '58030' });
  broken.mock.restore();
  syncBuiltinESMExports();
  equal(
    failures.map((failure) => failure.code),
    ['sync_failed'],
  );
  await assert.rejects(db.pool.query('select 1'), /the database is dead: sync_failed/);
  let told: FatalFailure | undefined;
  db.onFatal((failure) => (told = failure));
  assert.equal(told?.code, 'sync_failed');
  await db.close();

  const recovered = await opened(directory);
  const { rows } = await recovered.pool.query('select n from rows where n = 1');
  assert.equal(rows.length, 1);
  await recovered.close();
});

test('a full disk is reported as the end of the embedded database, and what was acknowledged is kept', async (t) => {
  const disk = mountTinyDisk({ megabytes: 72 });
  if (disk === undefined) {
    t.skip('MOUNTING A TINY DISK IS NOT ALLOWED HERE: the full disk was not tried');
    return;
  }
  try {
    fs.cpSync(await copyEmbeddedTemplate(), disk.directory, { recursive: true });
    const db = await opened(disk.directory);
    const { promise: dead, resolve } = Promise.withResolvers<FatalFailure>();
    db.onFatal(resolve);
    await db.pool.query('create table rows (n int, filling text)');
    let acknowledged = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await db.pool.query('insert into rows values ($1, repeat($2, 500000))', [
          acknowledged + 1,
          String(acknowledged),
        ]);
        await db.pool.query(
          'insert into rows select $1, string_agg(md5(i::text), $2) from generate_series(1, 30000) i',
          [0, ''],
        );
        acknowledged += 1;
      }
    };
    const stopped = fill().catch((error: unknown) => (error as { code?: string }).code);
    const failure = await Promise.race([dead, pause(60_000, undefined, { ref: false })]);
    assert.match(failure?.code ?? 'never reported', /disk_full|sync_failed/);
    assert.match(String(await Promise.race([stopped, pause(2_000, '53100', { ref: false })])), /53100|58030/);
    await db.close();
    disk.grow({ megabytes: 200 });
    const recovered = await opened(disk.directory);
    const { rows } = await recovered.pool.query<{ count: number }>(
      'select count(*) as count from rows where n between 1 and $1',
      [acknowledged],
    );
    assert.equal(rows[0]?.count, acknowledged);
    assert.ok(acknowledged > 0);
    await recovered.close();
  } finally {
    disk.unmount();
  }
});
