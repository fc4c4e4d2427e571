import type { PoolClient } from 'pg';
import type { Database } from '../src/db/database.ts';

type Waiting = () => void;

/** Sends what is asked for together in the opposite order; what was asked for alone goes as it is. */
function reversing(client: PoolClient, sent: { together: number }): PoolClient {
  const waiting: Waiting[] = [];
  const flush = (): void => {
    const batch = waiting.splice(0).reverse();
    sent.together = Math.max(sent.together, batch.length);
    for (const send of batch) send();
  };
  const query = (...given: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      const send = client.query.bind(client) as (...rest: unknown[]) => Promise<unknown>;
      waiting.push(() => void send(...given).then(resolve, reject));
    });
  return new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : (Reflect.get(target, name, target) as unknown)),
  });
}

/**
 * The same database, on which statements that an act asks for together reach the server in the opposite order; `together`
 * says how many there were at most. What comes out the same needs no order among them.
 */
export function reversingDatabase(db: Database): { readonly db: Database; readonly sent: { together: number } } {
  const sent = { together: 0 };
  const pool = new Proxy(db.pool, {
    get: (target, name) => {
      if (name === 'connect') return async () => reversing(await target.connect(), sent);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { db: { ...db, pool }, sent };
}
