import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import type { Database } from '../db/database.ts';
import { jobDatabase } from './job-database.ts';

describe('the connections lent to the job queue', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });

    test('are clean for the next user after an error inside a transaction', async () => {
      const lent = jobDatabase(db.pool);
      const failing = 'begin; create table half (n int); select 1 / 0; commit';
      const all = Array.from({ length: db.pool.options.max });
      await Promise.all(all.map(() => assert.rejects(lent.executeSql(failing), /division by zero/)));
      const after = await Promise.all(all.map(() => lent.executeSql(`select to_regclass('half') as half`)));
      equal(
        after,
        all.map(() => ({ rows: [{ half: null }] })),
      );
    });

    test('answer with the rows of all statements of a text, and with moments as Date', async () => {
      const lent = jobDatabase(db.pool);
      const { rows } = await lent.executeSql(
        `begin; select 1 as n; select '2026-04-01T00:00:00Z'::timestamptz as at; commit`,
      );
      equal(JSON.stringify(rows), '[{"n":1},{"at":"2026-04-01T00:00:00.000Z"}]');
      assert.ok((rows[1] as { at: unknown }).at instanceof Date);
      equal((await lent.executeSql('select $1::int + $2::int as sum', [1, 2])).rows, [{ sum: 3 }]);
    });
  });
});
