import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolConfig } from 'pg';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { lockDataDirectory, type DataDirectoryInUse } from './data-lock.ts';
import { databaseDamage, type DatabaseDamaged } from './database-damage.ts';
import type { Database } from './database.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { FatalSignal } from './fatal-signal.ts';
import { GuardedPool } from './guarded-pool.ts';
import { preparingClient } from './preparing-client.ts';
import type { Schema } from './schema.ts';
import { serverTrouble, serverWords, type ServerTrouble } from './server-trouble.ts';
import { TYPE_PARSERS } from './type-parsers.ts';

const OLDEST_SERVER = 15;

/** Why a database server cannot be used. */
export type ServerRefusal =
  | {
      readonly code: 'database_unreachable';
      /** Undefined when the trouble is none of the usual ones. */
      readonly trouble: ServerTrouble | undefined;
      /** What the server or the driver said, without the password. */
      readonly said: string;
    }
  | { readonly code: 'database_too_old'; readonly version: number; readonly oldest: number };

/** What is told of a server that turned us away, or broke off. */
export function databaseUnreachable(error: unknown, url: string): ServerRefusal {
  return { code: 'database_unreachable', trouble: serverTrouble(error), said: serverWords(error, url) };
}

function createPool(config: PoolConfig, fatal?: FatalSignal): Pool {
  const options: PoolConfig = {
    ...config,
    types: TYPE_PARSERS,
    // Turns a wait for a connection that never comes into an error.
    connectionTimeoutMillis: 10_000,
    // Statements asked for together travel together; each still has its own answer.
    pipeline: true,
  };
  return new GuardedPool({ ...options, Client: preparingClient(fatal) });
}

/** Listens for connections that are lost, idle ones and ones in use: an error nobody listens for ends the process. */
function onLostConnection(pool: Pool, listen: (cause: Error) => void): void {
  pool.on('error', listen);
  pool.on('connect', (client) => void client.on('error', listen));
}

/** Ends a pool; ending it again does nothing. */
async function endPool(pool: Pool): Promise<void> {
  if (!pool.ending) await pool.end();
}

function createKysely(pool: Pool): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

function openEmbedded(embedded: Embedded, fatal: FatalSignal, release: () => void): Database {
  const pool = createPool({ ...embedded.poolConfig, max: 1, idleTimeoutMillis: 0 }, fatal);
  onLostConnection(pool, (cause) => fatal.report({ code: 'connection_lost', cause }));
  const kysely = createKysely(pool);
  const close = async (): Promise<void> => {
    // A dead database answers nothing any more, not even its own end.
    if (fatal.failure === undefined) {
      await endPool(pool);
      await embedded.stop();
    }
    release();
  };
  return { kind: 'embedded', kysely, pool, onFatal: (listener) => fatal.listen(listener), close };
}

/**
 * Opens the embedded database in a data directory (its files lie in `database/` there), creating both if needed, and
 * holds the directory until closed. Throws when its commits would not be durable.
 */
export async function connectEmbedded(
  directory: string,
): Promise<Result<Database, DataDirectoryInUse | DatabaseDamaged>> {
  const lock = lockDataDirectory(directory);
  if (!lock.ok) return lock;
  const fatal = new FatalSignal();
  try {
    return ok(openEmbedded(await startEmbedded(join(directory, 'database'), fatal), fatal, lock.value.release));
  } catch (error) {
    lock.value.release();
    const said = databaseDamage(error);
    if (said === undefined) throw error;
    return refused({ code: 'database_damaged', directory, said });
  }
}

/** Opens a PostgreSQL server by its URL with at most `max` connections. */
export async function connectServer(
  url: string,
  { max }: { readonly max: number },
): Promise<Result<Database, ServerRefusal>> {
  const pool = createPool({
    connectionString: url,
    max,
    application_name: 'shirushi',
    keepAlive: true,
    // Values are parsed in this form, whatever the server's own settings are.
    // Compiling a statement takes longer than any of ours runs.
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c jit=off',
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: 60_000,
  });
  // The pool has dropped the connection and makes a new one when asked; whoever used it learns so from their query.
  onLostConnection(pool, () => undefined);
  try {
    const answer = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = answer.rows[0]?.version ?? 0;
    if (version >= OLDEST_SERVER) {
      const kysely = createKysely(pool);
      return ok({ kind: 'server', kysely, pool, onFatal: () => undefined, close: () => endPool(pool) });
    }
    await pool.end();
    return refused({ code: 'database_too_old', version, oldest: OLDEST_SERVER });
  } catch (error) {
    await pool.end();
    return refused(databaseUnreachable(error, url));
  }
}
