import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { ok, refused } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import { appendEvent, type NewEvent } from './events.ts';
import { transact } from './transact.ts';

const SUBMITTED: NewEvent = {
  at: Temporal.Instant.from('2026-04-01T00:00:00Z'),
  act: 'case.submit',
  actor: undefined,
  subject: { kind: 'case', id: '00000000-0000-7000-8000-000000000001' },
};

describe('the jobs of an act', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    before(async () => {
      db = await open();
    });
    const enqueued = async (): Promise<unknown[]> =>
      (
        await sql<{ name: string; data: unknown }>`select name, data from pgboss.job order by data, name`.execute(
          db.kysely,
        )
      ).rows;
    const append = (event: NewEvent): Promise<{ readonly ok: true; readonly value: number }> =>
      transact(db, async (tx) => ok(await appendEvent(tx, event)));

    test('are not enqueued when the act is refused or fails', async () => {
      await transact(db, async (tx) => {
        await appendEvent(tx, SUBMITTED);
        return refused({ code: 'refused' });
      });
      await assert.rejects(
        transact(db, async (tx) => {
          await appendEvent(tx, SUBMITTED);
          throw new Error('failed');
        }),
      );
      equal(await enqueued(), []);
    });

    test('are none for an act that the table does not name, also one named like a part of every object', async () => {
      await append({ ...SUBMITTED, act: 'case.edit' });
      await append({ ...SUBMITTED, act: 'constructor' });
      equal(await enqueued(), []);
    });

    test('are scans where the act attached files, and only there', async () => {
      const attaching = { ...SUBMITTED, act: 'case.edit', detail: { attached: [{ name: 'a.txt', sha256: 'a' }] } };
      const event = await append(attaching);
      await append({ ...attaching, detail: { attached: [] } });
      equal(await enqueued(), [{ name: 'scan-files', data: { event: event.value } }]);
      await sql`delete from pgboss.job`.execute(db.kysely);
    });

    test('are there with the commit of the act and name its event', async () => {
      const event = await append(SUBMITTED);
      const data = { event: event.value };
      equal(await enqueued(), [
        { name: 'mail-event', data },
        { name: 'verify-receipt', data },
      ]);
    });

    test('cost no round trip of their own', async () => {
      const answers = async (act: string): Promise<number> => {
        let count = 0;
        await transact(db, async (tx) => {
          const watched = tx.withPlugin({
            transformQuery: ({ node }) => node,
            transformResult: ({ result }) => {
              count += 1;
              return Promise.resolve(result);
            },
          }) as typeof tx;
          return ok(await appendEvent(watched, { ...SUBMITTED, act }));
        });
        return count;
      };
      equal([await answers('case.edit'), await answers('case.submit')], [1, 1]);
    });

    test('fail the act when they have no queue, rather than being lost', async () => {
      await sql`delete from pgboss.job`.execute(db.kysely);
      await sql`delete from pgboss.queue where name = 'verify-receipt'`.execute(db.kysely);
      await assert.rejects(append(SUBMITTED), /null value/);
    });
  });
});
