import { setTimeout as pause } from 'node:timers/promises';
import type { Transaction } from 'kysely';
import type { Result } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import type { Schema } from './schema.ts';
import { refuseInsideTransaction, transactionScope } from './transaction-scope.ts';

/** An open transaction: the proof, asked for by every function that writes, that `transact` is in charge. */
export type Tx = Transaction<Schema>;

/** PostgreSQL's serialization failure and deadlock: the same act may succeed when run again. */
const RETRIED = new Set(['40001', '40P01']);

/** Milliseconds to wait before each further attempt. */
const PAUSES = [0, 10, 40, 160] as const;

/** Carries a refusal out of the driver's transaction, which rolls back on anything thrown. */
class RolledBack<R> extends Error {
  readonly refusal: R;
  constructor(refusal: R) {
    super('the act was refused');
    this.refusal = refusal;
  }
}

async function attempt<R extends Result<unknown, unknown>>(db: Database, act: (tx: Tx) => Promise<R>): Promise<R> {
  const scope = { open: false };
  try {
    return await transactionScope.run(scope, () =>
      db.kysely.transaction().execute(async (tx) => {
        scope.open = true;
        const result = await act(tx);
        if (!result.ok) throw new RolledBack(result);
        return result;
      }),
    );
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal as R;
    throw error;
  } finally {
    scope.open = false;
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
