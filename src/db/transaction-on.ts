import { Kysely, PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';
import type { Brand } from '../core/kernel/brand.ts';
import type { Reader } from './database.ts';
import type { Schema } from './schema.ts';

/** An open transaction: the proof, asked for by every function that writes, that `transact` is in charge. */
export type Tx = Brand<Reader, 'Tx'>;

const connections = new WeakMap<Reader, PoolClient>();

/** The connection a transaction runs on; undefined for the database itself and when the transaction is over. */
export function connectionOf(on: Reader): PoolClient | undefined {
  return connections.get(on);
}

/**
 * The transaction that was begun on a connection. Its queries do not wait for each other: those of `statement.ts` that an
 * act asks for together are sent together, in that order; a query built anew with each run is sent after them. When one
 * fails, so do those behind it. After `end` it throws instead of sending anything.
 */
export function transactionOn(client: PoolClient): { readonly tx: Tx; readonly end: () => void } {
  let isOver = false;
  const connection = { query: client.query.bind<PoolClient['query']>(client), release: () => undefined };
  const connect = (): Promise<typeof connection> =>
    isOver ? Promise.reject(new Error('a query after the end of its transaction')) : Promise.resolve(connection);
  const pool = { connect, end: () => Promise.resolve(), options: {} };
  const tx = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }) as Tx;
  connections.set(tx, client);
  const end = (): void => {
    isOver = true;
    connections.delete(tx);
  };
  return { tx, end };
}
