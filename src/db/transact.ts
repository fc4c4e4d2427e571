import { setTimeout as pause } from 'node:timers/promises';
import type { Brand } from '../core/kernel/brand.ts';
import type { Result } from '../core/kernel/result.ts';
import type { Database, Reader } from './database.ts';
import { queriesOn } from './queries-on.ts';
import { refuseInsideTransaction, transactionScope } from './transaction-scope.ts';

/** An open transaction: the proof, asked for by every function that writes, that `transact` is in charge. */
export type Tx = Brand<Reader, 'Tx'>;

/** PostgreSQL's serialization failure and deadlock: the same act may succeed when run again. */
const RETRIED = new Set(['40001', '40P01']);

/** Milliseconds to wait before each further attempt. */
const PAUSES = [0, 10, 40, 160] as const;

async function attempt<R extends Result<unknown, unknown>>(db: Database, act: (tx: Tx) => Promise<R>): Promise<R> {
  const client = await db.pool.connect();
  const scope = { open: true };
  try {
    await client.query('begin');
    const { queries, end } = queriesOn(client);
    try {
      const result = await transactionScope.run(scope, () => act(queries as Tx));
      // What the act left running must not be sent behind the end: it would stand for itself there.
      end();
      await client.query(result.ok ? 'commit' : 'rollback');
      return result;
    } catch (error) {
      end();
      await client.query('rollback');
      throw error;
    } finally {
      scope.open = false;
    }
  } finally {
    client.release();
  }
}

/**
 * Runs an act in one transaction; the only way to open one. It commits when the result is ok and rolls back on a refusal
 * and on anything thrown, which is thrown on. Serialization failures and deadlocks run the act again, up to four times:
 * it must have no effect outside the database. Inside a transaction it throws, on both databases.
 */
export async function transact<R extends Result<unknown, unknown>>(
  db: Database,
  act: (tx: Tx) => Promise<R>,
): Promise<R> {
  refuseInsideTransaction('a transaction inside another one');
  for (const wait of PAUSES) {
    try {
      return await attempt(db, act);
    } catch (error) {
      if (!RETRIED.has((error as { code?: string }).code ?? '')) throw error;
      await pause(wait);
    }
  }
  return attempt(db, act);
}
