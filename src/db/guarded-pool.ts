import pg from 'pg';
import { refuseInsideTransaction } from './transaction-scope.ts';

/**
 * A connection pool that refuses queries past an open transaction, on both databases alike: the embedded one has a single
 * connection, on which such a query would wait for itself.
 */
export class GuardedPool extends pg.Pool {}

type Driver = { connect: (this: pg.Pool, ...rest: unknown[]) => Promise<pg.PoolClient> };
const driver = pg.Pool.prototype as unknown as Driver;

GuardedPool.prototype.connect = function (this: pg.Pool, ...rest: unknown[]) {
  refuseInsideTransaction('a query outside the open transaction');
  return driver.connect.apply(this, rest);
} as pg.Pool['connect'];

// The driver's own pool.query() ends the connection after an error, which the embedded database does not survive.
GuardedPool.prototype.query = async function (this: pg.Pool, ...rest: unknown[]) {
  const client = await this.connect();
  try {
    return await (client.query as (...rest: unknown[]) => Promise<unknown>)(...rest);
  } finally {
    client.release();
  }
} as pg.Pool['query'];
