import { POSTGRES_PROGRAMS, runPostgres } from './postgres-programs.ts';
import { CLUSTER } from './postgres-cluster.ts';
import { createServerDatabase } from './server-template.ts';

/**
 * The dump is committed, so it must not depend on who makes it: always this version, with fixed keys and no version
 * lines.
 */
const DUMP_VERSION = 15;

/** Whether this machine has the version of PostgreSQL that the committed dump is made with. */
export function canDumpSchema(): boolean {
  if (POSTGRES_PROGRAMS === undefined) return false;
  return runPostgres('pg_dump', ['--version'], '/').includes(` ${DUMP_VERSION}.`);
}

/** The structure of a freshly migrated database as SQL. */
export async function dumpSchema(): Promise<string> {
  if (!canDumpSchema()) throw new Error(`schema.sql is dumped with PostgreSQL ${DUMP_VERSION}, which is not here`);
  const { url, drop } = await createServerDatabase({ migrated: true });
  try {
    const options = [
      '--schema-only',
      '--no-owner',
      '--no-privileges',
      '--exclude-schema=pgboss',
      '--restrict-key=shirushi',
    ];
    const dump = runPostgres('pg_dump', [...options, url], CLUSTER.directory);
    return dump.replace(/^-- Dumped .*\n/gm, '').replace(/\n{3,}/g, '\n\n');
  } finally {
    await drop();
  }
}
