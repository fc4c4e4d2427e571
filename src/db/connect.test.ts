import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { connectServer } from './connect.ts';
import type { Database } from './database.ts';

type Row = Record<string, unknown>;
type Counted = { readonly n: number };

describe('a connected database', () => {
  eachDatabase((kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });
    const one = async (query: ReturnType<typeof sql>): Promise<Row> => (await query.execute(db.kysely)).rows[0] as Row;

    test('says which of the two kinds it is', () => {
      assert.equal(db.kind, kind);
    });

    test('gives moments, days and whole numbers back as they went in', async () => {
      const moment = Temporal.Instant.from('2026-04-01T08:59:59.123456Z');
      const day = Temporal.PlainDate.from('2028-02-29');
      const row = await one(
        sql`select ${moment}::timestamptz as moment, ${day}::date as day, ${9007199254740991}::int8 as n`,
      );
      assert.ok(row['moment'] instanceof Temporal.Instant && moment.equals(row['moment']));
      assert.ok(row['day'] instanceof Temporal.PlainDate && day.equals(row['day']));
      assert.equal(row['n'], 9007199254740991);
    });

    test('gives arrays of moments, days and whole numbers back as they went in, also with gaps', async () => {
      const days = [Temporal.PlainDate.from('2026-01-31'), null];
      const moments = [Temporal.Instant.from('2026-01-31T00:00:00Z')];
      const row = await one(
        sql`select ${days}::date[] as days, ${moments}::timestamptz[] as moments, ${[1, 2]}::int8[] as n`,
      );
      assert.equal(JSON.stringify(row), '{"days":["2026-01-31",null],"moments":["2026-01-31T00:00:00Z"],"n":[1,2]}');
      assert.ok((row['days'] as unknown[])[0] instanceof Temporal.PlainDate);
      assert.ok((row['moments'] as unknown[])[0] instanceof Temporal.Instant);
    });

    test('never moves a moment into the future by rounding it', async () => {
      const row = await one(
        sql`select ${Temporal.Instant.from('2026-01-01T00:00:00.000000999Z')}::timestamptz as moment`,
      );
      assert.equal(String(row['moment']), '2026-01-01T00:00:00Z');
    });

    test('refuses to read a whole number that would lose digits', async () => {
      await assert.rejects(one(sql`select 9007199254740993::int8 as n`), RangeError);
      assert.equal((await one(sql`select 1 as n`))['n'], 1);
    });

    test('keeps answering after a statement that fails, prepared or not', async () => {
      const misspelt = sql`select ${1}::int as n from nowhere`;
      await assert.rejects(misspelt.execute(db.kysely), { code: '42P01' });
      await assert.rejects(misspelt.execute(db.kysely), { code: '42P01' });
      await assert.rejects(db.pool.query('selec'), { code: '42601' });
      await assert.rejects(one(sql`select 1 / ${0}::int`), { code: '22012' });
      assert.equal((await one(sql`select ${2}::int as n`))['n'], 2);
    });

    test('prepares a statement with parameters once, under a name of its own', async () => {
      const text = 'select $1::int + 17 as n';
      const client = await db.pool.connect();
      try {
        const first = await client.query<Counted>(text, [1]);
        const second = await client.query<Counted>(text, [2]);
        equal(
          [...first.rows, ...second.rows].map((row) => row.n),
          [18, 19],
        );
        const kept = await client.query<Counted>(
          'select count(*) as n from pg_prepared_statements where statement = $1',
          [text],
        );
        assert.equal(kept.rows[0]?.n, 1);
      } finally {
        client.release();
      }
    });

    test('prepares no more statements than it may, and still answers', async () => {
      const client = await db.pool.connect();
      try {
        for (let n = 0; n < 520; n += 1) await client.query(`select ${n} + $1::int`, [1]);
        const kept = await client.query<Counted>('select count(*) as n from pg_prepared_statements');
        const count = kept.rows[0]?.n ?? 0;
        assert.ok(count > 490 && count <= 500, `${count} kept`);
      } finally {
        client.release();
      }
    });

    if (kind === 'server') {
      test('fails the query of whoever holds a connection that is lost, and nothing else', async () => {
        const held = await db.pool.connect();
        const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
        const lost = new Promise<void>((resolve) => void held.once('end', resolve));
        await db.pool.query('select pg_terminate_backend($1::int)', [rows[0]?.pid]);
        await lost;
        await assert.rejects(held.query('select 1'));
        held.release();
        assert.equal((await one(sql`select 3 as n`))['n'], 3);
      });
    }

    test('answers many at once', async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => one(sql`select ${n}::int as n`)));
      equal(
        answers.map((row) => row['n']),
        Array.from({ length: 50 }, (_, n) => n),
      );
    });
  });
});

test('a server that is not there is refused by name', async () => {
  const refused = await connectServer('postgresql://nobody@127.0.0.1:1/nothing', { max: 1 });
  assert.equal(!refused.ok && refused.error.code, 'database_unreachable');
});
