import type { PoolClient } from 'pg';
import type { Database } from '../../src/db/database.ts';
import { WriteFailed, type ExternalWrites } from './external-writes.ts';

type Send = (...query: readonly unknown[]) => Promise<unknown>;

/** A connection whose commits are external writes; of a process that is no more it only takes back what was begun. */
function faulty(client: PoolClient, writes: ExternalWrites): PoolClient {
  const send = client.query.bind(client) as unknown as Send;
  let isReading = false;
  const query: Send = async (...given) => {
    const [statement] = given;
    if (statement === 'rollback') return send(...given);
    writes.live();
    if (typeof statement === 'string' && statement.startsWith('begin')) isReading = statement.endsWith('read only');
    if (statement !== 'commit' || isReading) return send(...given);
    try {
      return await writes.write('commit', () => send(...given));
    } catch (error) {
      // A connection that is gone takes what it had begun with it; after a commit there is nothing left to take.
      if (error instanceof WriteFailed) await send('rollback');
      throw error;
    }
  };
  return new Proxy(client, {
    get: (target, name) => (name === 'query' ? query : (Reflect.get(target, name, target) as unknown)),
  });
}

/** The same database to somebody whose commits may fail. */
export function faultyDatabase(db: Database, writes: ExternalWrites): Database {
  const pool = new Proxy(db.pool, {
    get: (target, name) => {
      if (name === 'connect')
        return async () => {
          writes.live();
          return faulty(await target.connect(), writes);
        };
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { ...db, pool };
}
