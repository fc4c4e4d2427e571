import type { Kysely } from 'kysely';
import type { Pool } from 'pg';
import type { FatalFailure } from './fatal-signal.ts';
import type { Schema } from './schema.ts';

/** An open database; which of the two kinds it is makes no difference to whoever queries it. */
export type Database = {
  readonly kind: 'embedded' | 'server';
  readonly kysely: Kysely<Schema>;
  readonly pool: Pool;
  /** Called once when the embedded database is dead; the process must then log it and exit. A server never calls it. */
  readonly onFatal: (listener: (failure: FatalFailure) => void) => void;
  readonly close: () => Promise<void>;
};

/** What a query can be run on: the database or a transaction of it. Functions that write ask for a `Tx` instead. */
export type Reader = Kysely<Schema>;
