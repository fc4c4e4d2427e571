import type { Database, Reader } from './database.ts';
import { queriesOn } from './queries-on.ts';

/**
 * Reads the database as it is at one moment, however long it takes and whatever is written meanwhile. Nothing else may be
 * asked of the database itself until it ends, whose only connection this may be. It writes nothing: PostgreSQL refuses it.
 */
export async function readMoment<T>(db: Database, read: (on: Reader) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  const { queries, end } = queriesOn(client);
  try {
    await client.query('begin isolation level repeatable read read only');
    try {
      return await read(queries);
    } finally {
      end();
      await client.query('rollback');
    }
  } finally {
    client.release();
  }
}
