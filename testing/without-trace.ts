import assert from 'node:assert/strict';
import type { Result } from '../src/core/kernel/result.ts';
import type { Database } from '../src/db/database.ts';
import { equal } from './equal.ts';

/** A digest of every row of every table, by table: two are equal exactly when the database holds the same. */
export async function contentsOf(db: Database): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const digests = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' rows ' || coalesce(md5(string_agg(row, '|' order by row)), '') as digest
       from (select t::text as row from ${name} t) as rows`,
  );
  const { rows } = await db.pool.query<{ name: string; digest: string }>(digests.join('\nunion all\n'));
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** Runs an act that must be refused, for exactly this reason, and must leave nothing behind in any table. */
export async function refusedWithoutTrace(
  db: Database,
  act: () => Promise<Result<unknown, unknown>>,
  expected: unknown,
): Promise<void> {
  const before = await contentsOf(db);
  const outcome = await act();
  assert.ok(!outcome.ok, 'the act was not refused');
  equal(outcome.error, expected);
  equal(await contentsOf(db), before, 'a refused act has written');
}
