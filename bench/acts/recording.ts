import type { PoolClient } from 'pg';
import type { Database } from '../../src/db/database.ts';

/** A statement as the driver was given it. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** Everything an open database is asked while something runs, in order, with the boundaries of the transactions. */
export async function recordStatements(db: Database, run: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const listened = new Set<PoolClient>();
  const listen = (client: PoolClient): void => {
    if (listened.has(client)) return;
    listened.add(client);
    const query = client.query.bind(client) as (text: unknown, values: unknown) => unknown;
    const listening = (text: unknown, values: unknown): unknown => {
      if (typeof text === 'string') statements.push({ text, values: Array.isArray(values) ? values : [] });
      return query(text, values);
    };
    Object.defineProperty(client, 'query', { value: listening, configurable: true });
  };
  db.pool.on('acquire', listen);
  try {
    await run();
  } finally {
    db.pool.off('acquire', listen);
    for (const client of listened) Reflect.deleteProperty(client, 'query');
  }
  return statements;
}
