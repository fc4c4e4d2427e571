import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { before, describe, test } from 'node:test';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { ok } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import { statement } from './statement.ts';
import { transact } from './transact.ts';

type Sum = { readonly first: number; readonly second: number };

describe('a statement', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });

    test('is built once, and every run has its own values, also beside each other', async () => {
      let built = 0;
      const sum = statement((reader, { first, second }: Sum) => {
        built += 1;
        return sql<{ sum: number }>`select ${first}::int + ${second}::int + ${100}::int as sum`.compile(reader);
      });
      const sums = await Promise.all([1, 2, 3].map((second) => sum(db.kysely, { first: 10, second })));
      equal(sums, [[{ sum: 111 }], [{ sum: 112 }], [{ sum: 113 }]]);
      equal(built, 1);
    });

    test('sends lists, moments, days and null as queries do', async () => {
      type Given = { at: Temporal.Instant; days: readonly Temporal.PlainDate[]; nothing: string | null };
      const echo = statement((reader, { at, days, nothing }: Given) =>
        sql<Given>`select ${at}::timestamptz as at, ${days}::date[] as days, ${nothing}::text as nothing`.compile(
          reader,
        ),
      );
      const at = Temporal.Instant.from('2026-04-01T00:00:00.123456Z');
      const days = [Temporal.PlainDate.from('2026-04-01'), Temporal.PlainDate.from('2028-02-29')];
      const [row] = await echo(db.kysely, { at, days, nothing: null });
      equal(String(row?.at), String(at));
      equal(row?.days.map(String), days.map(String));
      equal(row?.nothing, null);
    });

    test('runs in the transaction it is given: what was refused is gone', async () => {
      await db.pool.query('create table kept (n int)');
      const keep = statement((reader, { n }: { n: number }) => sql`insert into kept values (${n})`.compile(reader));
      await transact(db, async (tx) => {
        await keep(tx, { n: 1 });
        return { ok: false as const, error: { code: 'refused' } };
      });
      await transact(db, async (tx) => ok(await keep(tx, { n: 2 })));
      const { rows } = await db.pool.query<{ n: number }>('select n from kept');
      equal(rows, [{ n: 2 }]);
    });

    test('cannot be built by looking at values, which are not known yet', async () => {
      const written = statement((reader, { n }: { n: number }) => sql.raw(`select ${String(n)}`).compile(reader));
      await assert.rejects(written(db.kysely, { n: 1 }), /cannot look at them/);
      const spread = statement((reader, row: { n: number }) => sql`select ${{ ...row }}`.compile(reader));
      await assert.rejects(spread(db.kysely, { n: 1 }), /cannot look at them/);
    });
  });
});
