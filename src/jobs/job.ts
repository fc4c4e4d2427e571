import type { Deps, HookCaller, Mailer } from '../app/ports.ts';
import type { ExportTools } from '../app/static-export/export-to-folder.ts';

/** Where jobs say what operators must know; messages in English, facts as fields. */
export type JobLog = {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

/** A folder that the public side is copied to, and what makes the copy. */
export type StaticCopy = { readonly folder: string; readonly tools: () => Promise<ExportTools> };

/** What a run of a job is given; `signal` asks it to stop early, at a point from which it may run again. */
export type JobContext = {
  readonly deps: Deps;
  /** Undefined where no mail server is configured: mails stay in the outbox. */
  readonly mailer?: Mailer | undefined;
  /** Where the public side is copied to as files, and with what; undefined where it is not. */
  readonly staticCopy?: StaticCopy | undefined;
  /** Undefined where no webhook is called. */
  readonly hooks?: HookCaller | undefined;
  readonly log: JobLog;
  readonly signal: AbortSignal;
};

/** What a run found or did, by name, for whoever counts. */
export type JobCounts = Readonly<Record<string, number>>;

/** A job that follows an act. It may run more than once for one event and must leave the same state behind. */
export type EventJob = {
  readonly name: string;
  readonly perform: (context: JobContext, event: number) => Promise<JobCounts>;
};

/** A job that runs by the clock on the wall; what is due it asks the clock port. It may run more than once. */
export type TimedJob = {
  readonly name: string;
  /** Minute, hour, day of month, month, day of week, in the scheme's zone. */
  readonly cron: string;
  /** Whether it runs once at every start, too. */
  readonly atStart: boolean;
  readonly perform: (context: JobContext) => Promise<JobCounts>;
};
