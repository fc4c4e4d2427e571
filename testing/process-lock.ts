import { DatabaseSync } from 'node:sqlite';

/** The last one in line within this process: waiting for another process blocks this one, so it must not hold itself up. */
const lastInLine = new Map<string, Promise<unknown>>();

async function withLock<T>(file: string, run: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(file, { timeout: 120_000 });
  try {
    lock.exec('begin exclusive');
    return await run();
  } finally {
    lock.close();
  }
}

/** Runs something in one process at a time; others wait, up to two minutes. The lock ends with its process. */
export function withProcessLock<T>(file: string, run: () => Promise<T>): Promise<T> {
  const before = lastInLine.get(file) ?? Promise.resolve();
  const mine = before.then(() => withLock(file, run));
  lastInLine.set(
    file,
    mine.catch(() => undefined),
  );
  return mine;
}
