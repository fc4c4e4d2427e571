import { Kysely, PostgresDialect } from 'kysely';
import type { PoolClient } from 'pg';
import type { Reader } from './database.ts';
import type { Schema } from './schema.ts';

const connections = new WeakMap<Reader, PoolClient>();

/** The connection that queries are bound to; undefined for the database itself, and when the connection was given back. */
export function connectionOf(on: Reader): PoolClient | undefined {
  return connections.get(on);
}

/**
 * Queries on one connection. They do not wait for each other: those of `statement.ts` that are asked for together are sent
 * together, in that order; a query built anew with each run is sent after them. In a transaction, when one fails, so do
 * those behind it. After `end` a query throws instead of being sent.
 */
export function queriesOn(client: PoolClient): { readonly queries: Reader; readonly end: () => void } {
  let isOver = false;
  const tooLate = (): Promise<never> => Promise.reject(new Error('a query after the end of its connection’s use'));
  const send = client.query.bind(client) as (...query: unknown[]) => unknown;
  // asked again here: the end may have come since the connection was given out
  const query = ((...rest: unknown[]) => (isOver ? tooLate() : send(...rest))) as PoolClient['query'];
  const connection = { query, release: () => undefined };
  const connect = (): Promise<typeof connection> => (isOver ? tooLate() : Promise.resolve(connection));
  const pool = { connect, end: () => Promise.resolve(), options: {} };
  const queries = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  connections.set(queries, client);
  const end = (): void => {
    isOver = true;
    connections.delete(queries);
  };
  return { queries, end };
}
