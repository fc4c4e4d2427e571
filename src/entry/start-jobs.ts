import type { Job, PgBoss } from 'pg-boss';
import type { Deps, HookCaller, Mailer } from '../app/ports.ts';
import type { JobContext, JobCounts, JobLog, StaticCopy } from '../jobs/job.ts';
import { JOB_LIST, type JobList } from './job-list.ts';
import { openQueue } from './open-queue.ts';

/** One finished run of a job, for metrics; `counts` is empty when it failed. */
export type JobRun = {
  readonly job: string;
  readonly outcome: 'done' | 'failed';
  readonly seconds: number;
  readonly counts: JobCounts;
};

/** What running jobs needs. */
export type JobSettings = {
  readonly deps: Deps;
  /** Without one mails stay in the outbox. */
  readonly mailer?: Mailer | undefined;
  /** Without one nothing is copied as files. */
  readonly staticCopy?: StaticCopy | undefined;
  /** Without one no webhook is called. */
  readonly hooks?: HookCaller | undefined;
  readonly log: JobLog;
  readonly onRun?: (run: JobRun) => void;
  readonly jobs?: JobList;
  /** How often each queue is looked at, in seconds, at least 0.5; without it every 5, those of timed jobs every 15. */
  readonly pollSeconds?: number;
};

/** The running jobs of this process. */
export type RunningJobs = {
  /** Has a timed job run once more at once, as after the demonstration moved its clock. */
  readonly request: (job: string) => Promise<void>;
  /** Takes no more jobs and waits for those running, at most this long; what is cut short then runs again later. */
  readonly stop: (options?: { readonly withinSeconds: number }) => Promise<void>;
};

/** Seconds a job waits at most when its queue was empty; while jobs are waiting, each next one is fetched at once. */
const POLL = { eventJob: 5, timedJob: 15 } as const;
const STOP_SECONDS = 10;

type Perform = (context: JobContext, data: unknown) => Promise<JobCounts>;

/** Runs a job and tells how it went; a failure is thrown on, for the queue to try again. */
function told(
  { deps, mailer, hooks, staticCopy, log, onRun }: JobSettings,
  job: string,
  perform: Perform,
): (run: Job<unknown>) => Promise<JobCounts> {
  return async ({ id, data, signal, retryCount }) => {
    const start = performance.now();
    const tell = (outcome: JobRun['outcome'], counts: JobCounts): void =>
      onRun?.({ job, outcome, seconds: (performance.now() - start) / 1000, counts });
    try {
      const counts = await perform({ deps, mailer, hooks, staticCopy, log, signal }, data);
      tell('done', counts);
      return counts;
    } catch (error) {
      log.error({ err: error, job, id, data, attempt: retryCount + 1 }, 'a job failed');
      tell('failed', {});
      throw error;
    }
  };
}

/** Takes jobs of one queue, one at a time; answers with how to have it looked at now. */
async function work(
  boss: PgBoss,
  settings: JobSettings,
  kind: keyof typeof POLL,
  { name, perform }: { readonly name: string; readonly perform: Perform },
): Promise<() => void> {
  const run = told(settings, name, perform);
  const look = (): void => boss.notifyWorker(worker);
  const pollingIntervalSeconds = settings.pollSeconds ?? POLL[kind];
  const worker: string = await boss.work<unknown>(name, { pollingIntervalSeconds }, async (fetched) => {
    for (const one of fetched) await run(one).finally(look);
  });
  return look;
}

function eventOf(data: unknown): number {
  const event = (data as { readonly event?: unknown } | null)?.event;
  if (typeof event !== 'number') throw new Error('a job without its event');
  return event;
}

async function workAll(boss: PgBoss, settings: JobSettings): Promise<ReadonlyMap<string, () => void>> {
  const { deps, jobs = JOB_LIST } = settings;
  const looks = new Map<string, () => void>();
  for (const { name, perform } of jobs.eventJobs) {
    const onEvent: Perform = (context, data) => perform(context, eventOf(data));
    looks.set(name, await work(boss, settings, 'eventJob', { name, perform: onEvent }));
  }
  for (const { name, cron, atStart, perform } of jobs.timedJobs) {
    await boss.schedule(name, cron, null, { tz: deps.scheme.scheme.zone });
    if (atStart) await boss.send(name);
    looks.set(name, await work(boss, settings, 'timedJob', { name, perform }));
  }
  return looks;
}

/**
 * Starts running background jobs in this process, beside any others that do. It loads pg-boss only now: call it when
 * requests are already answered. Stop it before closing the database.
 */
export async function startJobs(settings: JobSettings): Promise<RunningJobs> {
  const boss = await openQueue(settings.deps.db, settings.log);
  const stop: RunningJobs['stop'] = ({ withinSeconds } = { withinSeconds: STOP_SECONDS }) =>
    boss.stop({ graceful: true, timeout: withinSeconds * 1000 });
  try {
    const looks = await workAll(boss, settings);
    const request = async (job: string): Promise<void> => {
      await boss.send(job);
      looks.get(job)?.();
    };
    return { request, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
