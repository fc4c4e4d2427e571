import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProcessLock } from './process-lock.ts';
import { POSTGRES_PROGRAMS, runPostgres, SERVER_USER } from './postgres-programs.ts';
import { isRunning, SCRATCH_ROOT } from './scratch.ts';

/**
 * One private PostgreSQL server for all test processes of this copy of the project: in memory, without syncs, reached by
 * a Unix socket only. The first process starts it; a reaper stops it when the last one has ended, however that ended.
 */
const NAME = `shirushi-postgres-${hash('sha256', `${import.meta.dirname} ${POSTGRES_PROGRAMS ?? ''}`).slice(0, 10)}`;

/** Files of the cluster; a Unix socket's path must stay under 108 characters. */
export const CLUSTER = {
  directory: join(SCRATCH_ROOT, NAME),
  data: join(SCRATCH_ROOT, NAME, 'data'),
  users: join(SCRATCH_ROOT, NAME, 'users'),
  reaper: join(SCRATCH_ROOT, NAME, 'reaper.pid'),
  /** Outside the folder, which comes and goes under this lock. */
  lock: join(SCRATCH_ROOT, `${NAME}.lock`),
} as const;

/** The address of one of the cluster's databases. */
export function clusterUrl(database: string): string {
  return `postgresql://shirushi@/${database}?host=${encodeURIComponent(CLUSTER.directory)}`;
}

function pidIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
}

function isUp(): boolean {
  const pid = pidIn(join(CLUSTER.data, 'postmaster.pid'));
  return pid !== undefined && isRunning(pid);
}

/** Whether any process that uses the cluster is still running. */
export function clusterIsUsed(): boolean {
  return existsSync(CLUSTER.users) && readdirSync(CLUSTER.users).some((pid) => isRunning(Number(pid)));
}

function startCluster(): void {
  rmSync(CLUSTER.directory, { recursive: true, force: true });
  mkdirSync(CLUSTER.users, { recursive: true });
  if (SERVER_USER !== undefined) chownSync(CLUSTER.directory, SERVER_USER.uid, SERVER_USER.gid);
  const { directory, data } = CLUSTER;
  runPostgres(
    'initdb',
    ['-D', data, '-U', 'shirushi', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    directory,
  );
  const settings = [
    ...[`unix_socket_directories=${directory}`, 'listen_addresses=', 'max_connections=200', 'shared_buffers=64MB'],
    ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'max_wal_size=256MB'],
    // Inside the cluster's folder, so that nothing outlives it.
    ...['dynamic_shared_memory_type=mmap'],
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  runPostgres('pg_ctl', ['start', '-w', '-D', data, '-l', join(directory, 'log'), '-o', options], directory);
}

/** Stops the cluster and removes it. */
export function stopCluster(): void {
  if (isUp()) runPostgres('pg_ctl', ['stop', '-w', '-m', 'immediate', '-D', CLUSTER.data], CLUSTER.directory);
  rmSync(CLUSTER.directory, { recursive: true, force: true });
}

function startReaper(): void {
  const running = pidIn(CLUSTER.reaper);
  if (running !== undefined && isRunning(running)) return;
  const program = join(import.meta.dirname, 'postgres-reaper.ts');
  const reaper = spawn(process.execPath, [program], { cwd: '/', detached: true, stdio: 'ignore' });
  writeFileSync(CLUSTER.reaper, String(reaper.pid));
  reaper.unref();
}

let joined: Promise<void> | undefined;

/** Makes the cluster run for as long as this process, or the test run it belongs to, does. */
export function joinCluster(): Promise<void> {
  joined ??= withProcessLock(CLUSTER.lock, () => {
    if (!isUp()) startCluster();
    // Between two test files no test process may be left, so the runner counts as a user too.
    const users = process.env['NODE_TEST_CONTEXT'] === undefined ? [process.pid] : [process.pid, process.ppid];
    for (const pid of users) writeFileSync(join(CLUSTER.users, String(pid)), '');
    startReaper();
    return Promise.resolve();
  });
  return joined;
}
