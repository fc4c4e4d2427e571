import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { ok } from '../core/kernel/result.ts';
import type { Database } from '../db/database.ts';
import { appendEvent } from '../db/events.ts';
import { transact } from '../db/transact.ts';
import { jobDatabase } from './job-database.ts';
import { JOB_LIST } from './job-list.ts';
import { openQueue } from './open-queue.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');

describe('the queue in our migrations', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    let boss: PgBoss;
    before(async () => {
      db = await open();
      boss = new PgBoss({ db: jobDatabase(db.pool), migrate: false });
    });

    test('is exactly what this version of pg-boss would make', async () => {
      const drift = await boss.detectSchemaDrift();
      equal({ ...drift, ok: drift.ok }, { ...drift, ok: true });
    });

    test('has a queue for every job and a job for every queue', async () => {
      const { rows } = await sql<{ name: string }>`
        select name from pgboss.queue where name not like '\\_\\_pgboss%' order by name collate "C"`.execute(db.kysely);
      const names = [...JOB_LIST.eventJobs, ...JOB_LIST.timedJobs].map((job) => job.name);
      equal(
        rows.map((row) => row.name),
        names.sort(),
      );
    });

    test('takes from an act the job that pg-boss itself would have sent', async () => {
      const subject = { kind: 'case', id: '00000000-0000-7000-8000-000000000001' };
      const event = await transact(db, async (tx) =>
        ok(await appendEvent(tx, { at: AT, act: 'case.submit', actor: undefined, subject })),
      );
      await boss.start();
      await boss.send('verify-receipt', { event: event.value });
      await boss.stop({ graceful: false });
      const { rows } = await sql<{ job: object }>`
        select to_jsonb(job) - '{id,created_on,start_after,keep_until}'::text[]
          || jsonb_build_object('waits', start_after - created_on, 'kept', keep_until - created_on) as job
        from pgboss.job where name = 'verify-receipt'`.execute(db.kysely);
      equal(rows.length, 2);
      equal(rows[0], rows[1]);
    });

    test('takes a job back from a process that died while running it', async () => {
      await sql`delete from pgboss.job`.execute(db.kysely);
      const quiet = (): void => undefined;
      const queue = await openQueue(db, { info: quiet, warn: quiet, error: quiet });
      await queue.send('verify-receipt', { event: 1 });
      equal((await queue.fetch('verify-receipt')).length, 1);
      const state = async (): Promise<unknown> => {
        await queue.supervise('verify-receipt');
        await sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null`.execute(db.kysely);
        return (await sql`select state::text from pgboss.job where name = 'verify-receipt'`.execute(db.kysely)).rows;
      };
      equal(await state(), [{ state: 'active' }]);
      await sql`update pgboss.job set heartbeat_on = heartbeat_on - interval '61 s'`.execute(db.kysely);
      equal(await state(), [{ state: 'retry' }]);
      await queue.stop({ graceful: false });
    });
  });
});
