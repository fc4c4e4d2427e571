import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { ok, refused } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import { statement } from './statement.ts';
import { transact, type Tx } from './transact.ts';

describe('a transaction', () => {
  eachDatabase((kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
      await sql`create table notes (id int primary key, text text not null)`.execute(db.kysely);
    });
    beforeEach(async () => {
      await sql`delete from notes`.execute(db.kysely);
      await sql`insert into notes values (1, 'before'), (2, 'before')`.execute(db.kysely);
    });
    const write = (tx: Tx, id: number, text: string): Promise<unknown> =>
      sql`update notes set text = ${text} where id = ${id}`.execute(tx);
    const notes = async (): Promise<string> => {
      const { rows } = await sql<{ text: string }>`select text from notes order by id`.execute(db.kysely);
      return rows.map((row) => row.text).join();
    };

    test('is committed when the act succeeds', async () => {
      const result = await transact(db, async (tx) => {
        await write(tx, 1, 'after');
        return ok('done');
      });
      equal(result, { ok: true, value: 'done' });
      assert.equal(await notes(), 'after,before');
    });

    test('leaves nothing behind when the act is refused', async () => {
      const result = await transact(db, async (tx) => {
        await write(tx, 1, 'after');
        return refused({ code: 'not_allowed' });
      });
      equal(result, { ok: false, error: { code: 'not_allowed' } });
      assert.equal(await notes(), 'before,before');
    });

    test('leaves nothing behind when the act throws, and the error is thrown on', async () => {
      const broken = new Error('broken');
      const run = transact(db, async (tx) => {
        await write(tx, 1, 'after');
        throw broken;
      });
      await assert.rejects(run, broken);
      assert.equal(await notes(), 'before,before');
    });

    test('inside another one throws, and the outer one can still be refused by it', async () => {
      const run = transact(db, async (tx) => {
        await write(tx, 1, 'after');
        return transact(db, () => Promise.resolve(ok('inner')));
      });
      await assert.rejects(run, /a transaction inside another one/);
      assert.equal(await notes(), 'before,before');
    });

    test('throws at once when a query goes past it', async () => {
      const run = transact(db, async () => ok(await notes()));
      await assert.rejects(run, /a query outside the open transaction/);
    });

    test('sends nothing of an act after its end, neither statements nor queries built anew', async () => {
      let left: Tx | undefined;
      await transact(db, (tx) => {
        left = tx;
        return Promise.resolve(ok(undefined));
      });
      const over = left;
      assert(over !== undefined);
      await assert.rejects(write(over, 1, 'too late'), /after the end of its connection/);
      const count = statement((reader, { id }: { id: number }) =>
        sql`update notes set text = 'too late' where id = ${id}`.compile(reader),
      );
      await assert.rejects(count(over, { id: 1 }), /after the end of its connection/);
      assert.equal(await notes(), 'before,before');
    });

    test('takes what an act asks for together in that order, and is undone whole when a part of it fails', async () => {
      const set = statement((reader, { id, text }: { id: number; text: string | null }) =>
        sql`update notes set text = ${text} where id = ${id}`.compile(reader),
      );
      await transact(db, async (tx) => {
        await Promise.all(['first', 'second', 'third'].map((text) => set(tx, { id: 1, text })));
        return ok(undefined);
      });
      assert.equal(await notes(), 'third,before');
      const failing = transact(db, async (tx) => {
        await Promise.all([
          set(tx, { id: 2, text: 'after' }),
          set(tx, { id: 1, text: null }),
          set(tx, { id: 2, text: 'last' }),
        ]);
        return ok(undefined);
      });
      await assert.rejects(failing, { code: '23502' });
      assert.equal(await notes(), 'third,before');
    });

    test('is undone whole when a part of it throws, and nothing that was under way is written behind its end', async () => {
      const set = statement((reader, { id, text }: { id: number; text: string }) =>
        sql`update notes set text = ${text} where id = ${id}`.compile(reader),
      );
      const broken = new Error('broken');
      const inTurn = async (one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<void> => {
        await one();
        await other();
      };
      for (const writes of [
        (tx: Tx) =>
          inTurn(
            () => set(tx, { id: 1, text: 'first' }),
            () => set(tx, { id: 2, text: 'late' }),
          ),
        (tx: Tx) =>
          inTurn(
            () => write(tx, 1, 'first'),
            () => write(tx, 2, 'late'),
          ),
      ]) {
        let under: Promise<unknown> | undefined;
        const run = transact(db, async (tx) => {
          under = writes(tx);
          await Promise.all([under, Promise.reject(broken)]);
          return ok(undefined);
        });
        await assert.rejects(run, broken);
        await assert.rejects(under ?? Promise.resolve());
        assert.equal(await notes(), 'before,before');
      }
    });

    test('does not bind what it left running', async () => {
      const { promise: ended, resolve } = Promise.withResolvers<undefined>();
      let later: Promise<string> | undefined;
      await transact(db, () => {
        later = ended.then(() => notes());
        return Promise.resolve(ok(undefined));
      });
      resolve(undefined);
      assert.equal(await later, 'before,before');
    });

    test('may run beside others', async () => {
      const counts = Array.from({ length: 20 }, () =>
        transact(db, async (tx) => {
          await sql`update notes set text = text || '+' where id = 1`.execute(tx);
          return ok(undefined);
        }),
      );
      await Promise.all(counts);
      assert.equal(await notes(), `before${'+'.repeat(20)},before`);
    });

    test('is run again when it could not be put in order with others, and only then commits', async () => {
      let runs = 0;
      const result = await transact(db, async (tx) => {
        runs += 1;
        await write(tx, 1, `run ${runs}`);
        if (runs < 3)
          await sql`do $$ begin raise 'conflict' using errcode = 'serialization_failure'; end $$`.execute(tx);
        return ok(runs);
      });
      equal(result, { ok: true, value: 3 });
      assert.equal(await notes(), 'run 3,before');
    });

    test('is given up after five runs that could not be put in order', async () => {
      let runs = 0;
      const run = transact(db, async (tx) => {
        runs += 1;
        await sql`do $$ begin raise 'conflict' using errcode = 'deadlock_detected'; end $$`.execute(tx);
        return ok(undefined);
      });
      await assert.rejects(run, { code: '40P01' });
      assert.equal(runs, 5);
    });

    test(
      'ends a real deadlock by running one of the two again',
      { skip: kind === 'embedded' && 'one connection cannot deadlock' },
      async () => {
        const met = Promise.withResolvers<undefined>();
        let arrived = 0;
        const crossing = (first: number, second: number): Promise<unknown> =>
          transact(db, async (tx) => {
            await write(tx, first, 'crossed');
            arrived += 1;
            if (arrived === 2) met.resolve(undefined);
            await met.promise;
            await write(tx, second, 'crossed');
            return ok(undefined);
          });
        await Promise.all([crossing(1, 2), crossing(2, 1)]);
        assert.equal(arrived, 3);
        assert.equal(await notes(), 'crossed,crossed');
      },
    );
  });
});
