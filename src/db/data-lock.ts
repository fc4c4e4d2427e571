import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** The data directory belongs to a running process; two on one directory would destroy the database. */
export type DataDirectoryInUse = {
  readonly code: 'data_directory_in_use';
  readonly directory: string;
  /** The holder's process id in its own container or machine; undefined when it has not said yet. */
  readonly pid: number | undefined;
};

/** A held data directory; `release` gives it up. */
type DataLock = { readonly release: () => void };

const SQLITE_BUSY = 5;

function holderIn(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes a data directory for this process, making it if needed. The lock is the operating system's (SQLite's exclusive
 * lock on `data.lock`): it ends with its process however that ends, so nothing stale can stay behind, no reused process
 * id can fool it, and it holds between containers on one machine. `data.pid` beside it only says who holds it.
 * Not reliable on network file systems.
 */
export function lockDataDirectory(directory: string): Result<DataLock, DataDirectoryInUse> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const pidFile = join(directory, 'data.pid');
  const lock = new DatabaseSync(join(directory, 'data.lock'));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    return refused({ code: 'data_directory_in_use', directory, pid: holderIn(pidFile) });
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  const release = (): void => {
    if (!lock.isOpen) return;
    rmSync(pidFile, { force: true });
    lock.close();
  };
  return ok({ release });
}
