import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import type { Reader } from './database.ts';
import { readMoment } from './read-moment.ts';

const count = async (on: Reader): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from moments`.execute(on);
  return rows[0]?.n ?? -1;
};

eachDatabase((kind, open) => {
  test('what is read together is of one moment, whatever is written meanwhile, and nothing can be written', async () => {
    const db = await open();
    await db.pool.query('create table moments (n int)');
    await readMoment(db, async (on) => {
      equal(await count(on), 0);
      // The embedded database has one connection: there nobody can write meanwhile.
      if (kind === 'server') await db.pool.query('insert into moments values (1)');
      equal(await count(on), 0);
    });
    equal(await count(db.kysely), kind === 'server' ? 1 : 0);
    const writing = readMoment(db, (on) => sql`insert into moments values (2)`.execute(on));
    await assert.rejects(writing, /read-only transaction/);
    await db.pool.query('insert into moments values (3)');
    equal(await count(db.kysely), kind === 'server' ? 2 : 1);
    const late = await readMoment(db, (on) => Promise.resolve(on));
    await assert.rejects(count(late), /after the end/);
  });
});
