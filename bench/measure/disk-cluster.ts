import { chownSync, existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { runPostgres, SERVER_USER } from '../../testing/postgres-programs.ts';

/** A PostgreSQL server of our own on the disk, as durable as one in use: `fsync`, full page writes, synchronous commit. */
export type DiskCluster = {
  readonly url: (database: string) => string;
  readonly createDatabase: (name: string) => Promise<string>;
  /** Runs one statement as the server's administrator, in its own database unless told. */
  readonly administer: (statement: string, database?: string) => Promise<pg.QueryResult<Record<string, unknown>>>;
  /** Who may connect how. */
  readonly hbaFile: string;
  /** Kills the server and all its processes with SIGKILL. */
  readonly kill: () => void;
  /** Lets the server and all its processes hang: they keep their connections and say nothing. */
  readonly hang: () => void;
  /** Lets a hanging server go on. */
  readonly wake: () => void;
  /** Starts a killed server; answers when it has recovered. */
  readonly startAgain: () => Promise<void>;
  /** Both. */
  readonly killAndRestart: () => Promise<void>;
  readonly version: string;
  readonly remove: () => void;
};

async function administer(url: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed takes the connection with it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function starter(directory: string, further: readonly string[]): () => void {
  const settings = [
    ...[`unix_socket_directories=${directory}`, 'listen_addresses=', 'max_connections=50', 'shared_buffers=128MB'],
    ...['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', ...further],
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  const data = join(directory, 'data');
  return () =>
    void runPostgres('pg_ctl', ['start', '-w', '-D', data, '-l', join(directory, 'log'), '-o', options], directory);
}

/** The processes that a process has started, by Linux's list of them (proc(5): the fourth field of `stat`). */
function childrenOf(parent: number): readonly number[] {
  const isChild = (pid: string): boolean => {
    try {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '');
      return Number(afterName.split(' ')[1]) === parent;
    } catch {
      return false; // it has ended since it was listed
    }
  };
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return running.filter(isChild).map(Number);
}

/**
 * Signals a process and its children, as what befalls a whole machine does: a child left out would answer a little
 * longer.
 */
function signalWithChildren(pid: number, signal: NodeJS.Signals): void {
  for (const each of [pid, ...childrenOf(pid)]) signalIfAlive(each, signal);
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Starts again after a kill: processes the dead server left may hold it up for a moment, so it is tried more than once. */
async function startAgain(start: () => void): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      start();
      return;
    } catch (error) {
      if (attempt === 20) throw error;
      await pause(250);
    }
  }
}

/** The data folder of a server in a folder, made unless it is there. */
function madeData(directory: string): string {
  mkdirSync(directory, { recursive: true });
  if (SERVER_USER !== undefined) chownSync(directory, SERVER_USER.uid, SERVER_USER.gid);
  const data = join(directory, 'data');
  if (!existsSync(data))
    runPostgres('initdb', ['-D', data, '-U', 'shirushi', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], directory);
  return data;
}

/**
 * Starts a server in a new folder of the temporary directory; `remove` stops it, and so does the end of this process. In a
 * folder that is named everything is kept, and found again the next time. Settings are added to those of all servers here.
 */
export async function startDiskCluster({
  folder,
  settings = [],
}: { readonly folder?: string | undefined; readonly settings?: readonly string[] } = {}): Promise<DiskCluster> {
  const directory = folder ?? mkdtempSync(join(tmpdir(), 'shirushi-bench-'));
  const data = madeData(directory);
  const start = starter(directory, settings);
  start();
  const url = (database: string): string => `postgresql://shirushi@/${database}?host=${encodeURIComponent(directory)}`;
  let isUp = true;
  const signalAll = (signal: NodeJS.Signals): void =>
    signalWithChildren(Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10), signal);
  const kill = (): void => {
    isUp = false;
    signalAll('SIGKILL');
  };
  const comeBack = async (): Promise<void> => {
    await startAgain(start);
    isUp = true;
  };
  const remove = (): void => {
    process.removeListener('exit', remove);
    if (folder !== undefined) return void runPostgres('pg_ctl', ['stop', '-w', '-m', 'fast', '-D', data], directory);
    // It is not asked to stop: its data go with it.
    if (isUp) kill();
    rmSync(directory, { recursive: true, force: true });
  };
  process.on('exit', remove);
  const { rows } = await administer(url('postgres'), 'show server_version');
  return {
    url,
    version: String((rows[0] as { server_version?: string } | undefined)?.server_version),
    createDatabase: async (name) => {
      await administer(url('postgres'), `create database ${name}`);
      return url(name);
    },
    administer: (statement, database = 'postgres') => administer(url(database), statement),
    hbaFile: join(data, 'pg_hba.conf'),
    kill,
    hang: () => signalAll('SIGSTOP'),
    wake: () => signalAll('SIGCONT'),
    startAgain: comeBack,
    killAndRestart: async () => {
      kill();
      await comeBack();
    },
    remove,
  };
}
