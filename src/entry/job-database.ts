import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Db } from 'pg-boss';

/** The queue computes with `Date`; our pool parses moments as Temporal. */
function withDates(row: Record<string, unknown>): Record<string, unknown> {
  for (const [column, value] of Object.entries(row)) {
    if (value instanceof Temporal.Instant) row[column] = new Date(value.epochMilliseconds);
  }
  return row;
}

async function run(client: PoolClient, text: string, values: unknown[]): Promise<QueryResult | QueryResult[]> {
  try {
    return await client.query(text, values);
  } catch (error) {
    // The text may have begun a transaction, and this connection is the next user's too.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * Lends our connections to pg-boss, one text at a time, so that on the embedded database it shares the one there is. A text
 * may hold several statements; the rows of all of them are answered.
 */
export function jobDatabase(pool: Pool): Db {
  return {
    executeSql: async (text, values = []) => {
      const client = await pool.connect();
      try {
        const results = [await run(client, text, values)].flat() as QueryResult<Record<string, unknown>>[];
        return { rows: results.flatMap(({ rows }) => rows).map(withDates) };
      } finally {
        client.release();
      }
    },
  };
}
