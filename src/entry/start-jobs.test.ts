import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { sql } from 'kysely';
import { aGrantedCase, aSubmittedCase } from '../../testing/builders/cases.ts';
import { aWorld, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { POSTGRES_PROGRAMS } from '../../testing/postgres-programs.ts';
import { createServerDatabase } from '../../testing/server-template.ts';
import { until } from '../../testing/until.ts';
import { connectServer } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import type { EventJob, JobLog } from '../jobs/job.ts';
import { verifyReceiptJob } from '../jobs/verify-receipt.ts';
import { JOB_LIST } from './job-list.ts';
import { startJobs, type JobRun, type JobSettings, type RunningJobs } from './start-jobs.ts';

const onlyJob = (perform: EventJob['perform']): Pick<JobSettings, 'jobs'> => ({
  jobs: { eventJobs: [{ name: 'verify-receipt', perform }], timedJobs: [] },
});

async function verifications(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from events where act = 'case.verify-receipt'`.execute(db.kysely);
  return rows[0]?.count ?? 0;
}

async function jobStates(db: Database): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select state::text from pgboss.job where name = 'verify-receipt' order by created_on`.execute(db.kysely);
  return rows.map(({ state }) => state).join();
}

/** A world whose jobs are retried without waiting. */
async function impatientWorld(db: Database): Promise<World> {
  await sql`update pgboss.queue set retry_delay = 0, retry_backoff = false, retry_delay_max = null`.execute(db.kysely);
  return aWorld(db);
}

describe('the jobs of a process', () => {
  eachDatabase((_kind, open) => {
    let db: Database;
    let world: World;
    let runs: JobRun[];
    let errors: string[];
    const log: JobLog = {
      info: () => undefined,
      warn: (fields) => errors.push(JSON.stringify(fields)),
      error: (_fields, message) => errors.push(message),
    };
    const start = (more: Partial<JobSettings> = {}): Promise<RunningJobs> =>
      startJobs({ deps: world.deps, log, onRun: (run) => runs.push(run), pollSeconds: 0.5, ...more });
    const counted = (job: string): (number | undefined)[] =>
      runs.filter((run) => run.job === job).map((run) => run.counts['published'] ?? run.counts['receipts']);
    before(async () => {
      db = await open();
      world = await impatientWorld(db);
    });
    beforeEach(async () => {
      await sql`delete from pgboss.job`.execute(db.kysely);
      [runs, errors] = [[], []];
    });

    test('are run once each for acts that commit, while other acts go on', async () => {
      const jobs = await start();
      for (let n = 0; n < 8; n += 1) await aSubmittedCase(world);
      await until('eight receipts verified', () => counted('verify-receipt').length >= 8);
      await jobs.stop();
      equal(counted('verify-receipt'), Array(8).fill(1));
      equal(await jobStates(db), Array(8).fill('completed').join());
      equal(errors, []);
    });

    test('wait for a process that runs jobs, when the act was done by one that does not', async () => {
      await aSubmittedCase(world);
      equal(await jobStates(db), 'created');
      const jobs = await start();
      await until('the receipt is verified', () => counted('verify-receipt').length > 0);
      await jobs.stop();
      equal(counted('verify-receipt'), [1]);
    });

    for (const moment of ['before', 'after'] as const) {
      test(`leave the same behind when one fails ${moment} its effect and runs again`, async () => {
        const earlier = await verifications(db);
        let fails = 1;
        const perform: EventJob['perform'] = async (context, event) => {
          if (moment === 'before' && fails-- > 0) throw new Error('struck before');
          const counts = await verifyReceiptJob.perform(context, event);
          if (moment === 'after' && fails-- > 0) throw new Error('struck after');
          return counts;
        };
        await aSubmittedCase(world);
        const jobs = await start(onlyJob(perform));
        await until('it has run again', () => runs.some((run) => run.outcome === 'done'));
        await jobs.stop();
        equal(
          runs.map((run) => run.outcome),
          ['failed', 'done'],
        );
        equal(errors, ['a job failed']);
        equal(await jobStates(db), 'completed');
        equal((await verifications(db)) - earlier, 1);
      });
    }

    test('are let finish by a stop, within its limit', async () => {
      await aSubmittedCase(world);
      let [hasBegun, release] = [false, (): void => undefined];
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const jobs = await start(
        onlyJob(async (context, event) => {
          hasBegun = true;
          await released;
          return verifyReceiptJob.perform(context, event);
        }),
      );
      await until('it runs', () => hasBegun);
      const stopped = jobs.stop();
      release();
      await stopped;
      equal(counted('verify-receipt'), [1]);
      equal(await jobStates(db), 'completed');
    });

    test('are told to end when a stop has waited long enough, and run again later', async () => {
      await aSubmittedCase(world);
      let [hasBegun, wasTold] = [false, false];
      const jobs = await start(
        onlyJob(async ({ signal }) => {
          hasBegun = true;
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          wasTold = true;
          throw new Error('cut short');
        }),
      );
      await until('it runs', () => hasBegun);
      const before = performance.now();
      await jobs.stop({ withinSeconds: 1 });
      assert.ok(performance.now() - before < 3000);
      equal(wasTold, true);
      equal(await jobStates(db), 'retry');
      const later = await start();
      await until('the receipt is verified', () => counted('verify-receipt').includes(1));
      await later.stop();
      equal(await jobStates(db), 'completed');
    });

    test('publish a label at midnight in Japan by the clock port, whatever the database says the time is', async () => {
      const { label } = await aGrantedCase(world, {
        answers: { 'publication.wishedOn': Temporal.PlainDate.from('2026-04-10') },
      });
      const publishedAt = async (): Promise<unknown> =>
        (await db.kysely.selectFrom('labels').select('published_at').where('id', '=', label.id).executeTakeFirst())
          ?.published_at;
      const jobs = await start();
      const runOnce = async (): Promise<void> => {
        const earlier = counted('publish-due-labels').length;
        await jobs.request('publish-due-labels');
        await until('it has run', () => counted('publish-due-labels').length > earlier);
      };
      await until('it has run at the start', () => counted('publish-due-labels').length > 0);
      world.clock.set('2026-04-09T14:59:59.999Z');
      await runOnce();
      equal(await publishedAt(), null);
      world.clock.set('2026-04-09T15:00:00Z');
      await runOnce();
      await until('the label is published', () => counted('publish-due-labels').includes(1));
      await jobs.stop();
      equal(await publishedAt(), Temporal.Instant.from('2026-04-09T15:00:00Z'));
    });

    test('that run by the clock are due in the time zone of the scheme', async () => {
      const { rows } = await sql`select name, cron, timezone from pgboss.schedule order by name`.execute(db.kysely);
      const zone = world.deps.scheme.scheme.zone;
      equal(
        rows,
        JOB_LIST.timedJobs.map(({ name, cron }) => ({ name, cron, timezone: zone })),
      );
    });
  });

  const skip = POSTGRES_PROGRAMS === undefined && 'NO POSTGRESQL SERVER';
  test('are not run twice when two processes of one server look for them', { skip }, async () => {
    const { url, drop } = await createServerDatabase({ migrated: true });
    const [one, other] = await Promise.all([connectServer(url, { max: 4 }), connectServer(url, { max: 4 })]);
    assert.ok(one.ok && other.ok);
    after(drop);
    const world = await impatientWorld(one.value);
    const ran: [number, number][] = [];
    const count = (process: number): Pick<JobSettings, 'jobs'> =>
      onlyJob(async (context, event) => {
        ran.push([process, event]);
        await until('both processes are at work', () => new Set(ran.map(([who]) => who)).size === 2);
        return verifyReceiptJob.perform(context, event);
      });
    const fail = (fields: object): void => assert.fail(JSON.stringify(fields));
    const log: JobLog = { info: () => undefined, warn: fail, error: fail };
    const both = await Promise.all(
      [one.value, other.value].map((db, n) =>
        startJobs({ deps: { ...world.deps, db }, log, pollSeconds: 0.5, ...count(n) }),
      ),
    );
    for (let n = 0; n < 20; n += 1) await aSubmittedCase(world);
    await until('all are done', async () => (await verifications(one.value)) === 20);
    await Promise.all(both.map((jobs) => jobs.stop()));
    equal(new Set(ran.map(([, event]) => event)).size, 20);
    equal(ran.length, 20);
    await Promise.all([one.value.close(), other.value.close()]);
  });
});
