import type { Report } from './measure/report.ts';

/** Runs a benchmark with its options as text; `say` tells how far it is. */
export type Run = (options: Readonly<Record<string, string>>, say: (line: string) => void) => Promise<Report>;

type Benchmark = {
  readonly about: string;
  readonly options: Readonly<Record<string, { readonly default: string; readonly about: string }>>;
  readonly load: () => Promise<Run>;
};

/** Every benchmark by its name. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  kill: {
    about:
      'SIGKILL at random moments while acts run: is every acknowledged act there afterwards, and nothing half-done?',
    options: {
      'rounds-embedded': { default: '200', about: 'rounds on the embedded database' },
      'rounds-server': { default: '50', about: 'rounds on a PostgreSQL server' },
      seed: { default: '0', about: 'which random moments; 0 draws a seed' },
    },
    load: async () => (await import('./kill/kill.ts')).kill,
  },
  start: {
    about: 'process start to first page against a process that opens the same database and answers select 1',
    options: { rounds: { default: '15', about: 'starts of each contender' } },
    load: async () => (await import('./start/start.ts')).start,
  },
  import: {
    about: 'filled workbooks to row-level messages against the Excel library merely reading them',
    options: { workbooks: { default: '1000', about: 'different workbooks' } },
    load: async () => (await import('./import/import.ts')).importWorkbooks,
  },
};
