import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { POSTGRES_PROGRAMS } from '../../testing/postgres-programs.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { createServerDatabase } from '../../testing/server-template.ts';
import type { Sha256 } from '../core/kernel/ids.ts';
import { connectServer } from './connect.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { readMigrations, type Migration } from './migration-files.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');

function migration(name: string, sql: string): Migration {
  return { name, sql, sha256: hash('sha256', sql) as Sha256 };
}
const FIRST = migration('0001-apples.sql', 'create table apples (n int); insert into apples values (1);');
const SECOND = migration('0002-pears.sql', 'create table pears (n int); insert into pears select n from apples;');

describe('migrating a database', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open({ migrated: false });
    });
    const tables = async (): Promise<string> => {
      const found = await db.pool.query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
      );
      return found.rows.map((row) => row.name).join();
    };

    test('leaves nothing of a migration that fails, and names it', async () => {
      const broken = migration('0001-broken.sql', 'create table half (n int); select * from nowhere;');
      await assert.rejects(migrate(db, [broken], AT), /migration 0001-broken.sql failed/);
      assert.equal(await tables(), '');
    });

    test('applies what is new, in order, and says what that was', async () => {
      equal(await migrate(db, [FIRST], AT), { ok: true, value: ['0001-apples.sql'] });
      equal(await migrate(db, [FIRST, SECOND], AT), { ok: true, value: ['0002-pears.sql'] });
      equal(await migrate(db, [FIRST, SECOND], AT), { ok: true, value: [] });
      assert.equal(await tables(), 'apples,pears,schema_migrations');
      const record = await db.kysely.selectFrom('schema_migrations').selectAll().orderBy('name').execute();
      assert.equal(
        JSON.stringify(record[1]),
        JSON.stringify({ name: SECOND.name, sha256: SECOND.sha256, applied_at: AT }),
      );
    });

    test('is refused when a landed migration was edited, before anything new is applied', async () => {
      const third = migration('0003-plums.sql', 'create table plums (n int)');
      const edited = migration(FIRST.name, `${FIRST.sql} -- an afterthought`);
      const refused = await migrate(db, [edited, SECOND, third], AT);
      equal(refused, { ok: false, error: { code: 'migration_altered', name: FIRST.name } });
      assert.equal(await tables(), 'apples,pears,schema_migrations');
    });

    test('is refused when the database has had a migration that this program does not have', async () => {
      const refused = await migrate(db, [FIRST], AT);
      equal(refused, { ok: false, error: { code: 'migration_missing', name: SECOND.name } });
    });
  });

  test(
    'two at once apply each migration once',
    { skip: POSTGRES_PROGRAMS === undefined && 'NO POSTGRESQL SERVER' },
    async () => {
      const { url, drop } = await createServerDatabase({ migrated: false });
      const open = async (): Promise<Database> => {
        const db = await connectServer(url, { max: 2 });
        assert.ok(db.ok);
        return db.value;
      };
      const processes = await Promise.all([open(), open(), open()]);
      const slow = migration(FIRST.name, `${FIRST.sql} select pg_sleep(0.1);`);
      const results = await Promise.all(processes.map((db) => migrate(db, [slow, SECOND], AT)));
      const applied = results.flatMap((result) => (result.ok ? result.value : ['refused']));
      equal(applied.sort(), [FIRST.name, SECOND.name]);
      await Promise.all(processes.map((db) => db.close()));
      await drop();
    },
  );
});

describe('the folder of migrations', () => {
  const folder = (files: Record<string, string>): string => {
    const directory = scratchDirectory();
    mkdirSync(directory, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    return directory;
  };

  test('is read in order, without the dump, and whatever the line ends', async () => {
    const unix = await readMigrations(folder({ '0002-b.sql': 'b', '0001-a.sql': 'a\na', 'schema.sql': 'dump' }));
    const windows = await readMigrations(folder({ '0002-b.sql': 'b', '0001-a.sql': 'a\r\na' }));
    equal(
      unix.map(({ name }) => name),
      ['0001-a.sql', '0002-b.sql'],
    );
    equal(windows, unix);
  });

  for (const [fault, files] of [
    ['a number left out', { '0001-a.sql': '', '0003-c.sql': '' }],
    ['a number used twice', { '0001-a.sql': '', '0001-b.sql': '' }],
    ['a file that is no migration', { '0001-a.sql': '', '0002-b.sql.orig': '' }],
  ] as const) {
    test(`is not read with ${fault}`, async () => {
      await assert.rejects(readMigrations(folder(files)), /not migration number 2/);
    });
  }
});
