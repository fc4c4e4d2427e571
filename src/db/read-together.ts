import type { Database, Reader } from './database.ts';
import { queriesOn } from './queries-on.ts';

/**
 * Reads on one connection, to which questions that do not depend on each other go together (`Promise.all`) instead of each
 * waiting for the one before. It is no transaction: each statement sees what is committed when it runs. Nothing else may
 * be asked meanwhile of the database itself, whose only connection this may be.
 */
export async function readTogether<T>(db: Database, read: (on: Reader) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  const { queries, end } = queriesOn(client);
  try {
    return await read(queries);
  } finally {
    end();
    client.release();
  }
}
