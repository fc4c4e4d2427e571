import type { PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import type { JobLog } from '../jobs/job.ts';
import { jobDatabase } from './job-database.ts';

/** How often the clock's schedules are looked at; each look files what has come due in the last minute. */
const SCHEDULES_EVERY = 30;
const DUE_JOBS_EVERY = 15;
/**
 * How often runs whose process died are found, to be tried again. On the embedded database that process was this one
 * before its restart, and each look holds up the pages for some ten milliseconds.
 */
const SUPERVISE_EVERY = { server: 60, embedded: 600 } as const;
const CLEAN_EVERY = 3600;
/** We chain no jobs; once an hour is as seldom as it need be. */
const CHAINS_EVERY = 3600;

/**
 * Starts pg-boss over our own connections. Its tables are those of our migrations: it throws when they are another
 * version's. The embedded database needs no rebuilding of indexes, and has no vacuum to watch.
 */
export async function openQueue(db: Database, log: JobLog): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const isServer = db.kind === 'server';
  const boss = new PgBoss({
    db: jobDatabase(db.pool),
    backend: isServer ? 'postgres' : 'pglite',
    migrate: false,
    registerInstance: false,
    reindex: isServer,
    monitorVacuum: isServer,
    superviseIntervalSeconds: SUPERVISE_EVERY[db.kind],
    monitorIntervalSeconds: SUPERVISE_EVERY[db.kind],
    maintenanceIntervalSeconds: CLEAN_EVERY,
    flowIntervalSeconds: CHAINS_EVERY,
    cronMonitorIntervalSeconds: SCHEDULES_EVERY,
    cronWorkerIntervalSeconds: DUE_JOBS_EVERY,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue met an error'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'));
  try {
    await boss.start();
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}
