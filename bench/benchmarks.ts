import type { Run } from './measure/report.ts';

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
  acts: {
    about: 'one complete case against the same statements replayed, on the same database',
    options: {
      on: { default: 'both', about: 'embedded, server or both' },
      cases: { default: '200', about: 'cases of each contender' },
    },
    load: async () => (await import('./acts/acts.ts')).acts,
  },
  pages: {
    about: 'pages of the workspaces over many cases against their own SQL, and p99 against p50 under 32 connections',
    options: {
      on: { default: 'server', about: 'embedded, server or both' },
      cases: { default: '100000', about: 'cases in the database' },
      rounds: { default: '100', about: 'requests of each contender, one at a time' },
      requests: { default: '1600', about: 'requests of each page over 32 connections' },
    },
    load: async () => (await import('./pages/pages.ts')).pages,
  },
  start: {
    about: 'process start to first page against a process that opens the same database and answers select 1',
    options: {
      rounds: { default: '15', about: 'starts of each contender' },
      cold: { default: '5', about: 'starts after the whole machine dropped its file cache (root only)' },
    },
    load: async () => (await import('./start/start.ts')).start,
  },
  import: {
    about: 'filled workbooks to row-level messages against the Excel library merely reading them',
    options: { workbooks: { default: '1000', about: 'different workbooks' } },
    load: async () => (await import('./import/import.ts')).importWorkbooks,
  },
  log: {
    about: 'the public log against Go’s reference code with the same durability, and what it adds to an act',
    options: { rounds: { default: '60', about: 'rounds of each contender' } },
    load: async () => (await import('./log/log.ts')).log,
  },
  audit: {
    about: 'the full audit of a register against merely hashing and parsing the same bytes',
    options: {
      entries: { default: '1000000', about: 'entries in the log, some 9 KB of files each' },
      lists: { default: '1', about: 'lists of days among them, each made anew' },
      rounds: { default: '3', about: 'audits of each contender' },
      folder: { default: '', about: 'where the files go; the temporary folder unless named' },
    },
    load: async () => (await import('./audit/audit.ts')).audit,
  },
  search: {
    about: 'labelled searches over many labels against Groonga and SQLite FTS5 asked for the same',
    options: {
      labels: { default: '1000000', about: 'labels in the register' },
      searches: { default: '1000', about: 'labelled searches' },
      folder: { default: '', about: 'where the register is kept for the next time; nowhere unless named' },
    },
    load: async () => (await import('./search/search.ts')).search,
  },
  growth: {
    about: 'what a search and a label’s page cost in registers a hundred times as large',
    options: {
      labels: { default: '1000000', about: 'labels in the largest register' },
      rounds: { default: '1000', about: 'requests of each kind to each register' },
      folder: { default: '', about: 'where the registers are kept for the next time; nowhere unless named' },
    },
    load: async () => (await import('./growth/growth.ts')).growth,
  },
  export: {
    about: 'the whole public side as files, and again after some changes as a share of it',
    options: {
      labels: { default: '100000', about: 'labels in the register, some 500 KB of files each' },
      changes: { default: '100', about: 'labels changed before each further export' },
      rounds: { default: '5', about: 'further exports' },
      folder: { default: '', about: 'where the files go; the temporary folder unless named' },
    },
    load: async () => (await import('./export/export.ts')).exportRegister,
  },
  'label-page': {
    about: 'labels by number, as pages and as JSON, against servers that only send the same bytes',
    options: {
      labels: { default: '1000000', about: 'labels in the register' },
      rounds: { default: '15', about: 'seconds of each contender' },
    },
    load: async () => (await import('./label-page/label-page.ts')).labelPage,
  },
  crafted: {
    about: 'a million crafted numbers, proofs, notes, credentials and tiles: refused with a code, in flat memory',
    options: {
      count: { default: '1000000', about: 'crafted texts, over everybody who reads them' },
      requests: { default: '50000', about: 'crafted requests to a register' },
      seed: { default: '1', about: 'which ones' },
    },
    load: async () => (await import('./crafted/crafted.ts')).craftedInput,
  },
  upload: {
    about: 'evidence files through our upload route against plain node:http writing to a file, with hash and fsync',
    options: { rounds: { default: '12', about: 'uploads of each contender' } },
    load: async () => (await import('./upload/upload.ts')).upload,
  },
};
