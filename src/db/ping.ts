import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** Asks the database for an answer; throws when there is none. */
export async function ping(db: Reader): Promise<void> {
  await sql`select 1`.execute(db);
}
