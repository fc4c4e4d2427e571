import { after, describe, test } from 'node:test';
import { connectEmbedded } from '../src/db/connect.ts';
import type { Database } from '../src/db/database.ts';
import { openEmbeddedCopy } from './embedded-template.ts';
import { POSTGRES_PROGRAMS } from './postgres-programs.ts';
import { scratchDirectory } from './scratch.ts';
import { openServerDatabase } from './server-template.ts';

/** Opens a fresh database, migrated unless told otherwise; it is closed and removed when the tests here are over. */
type OpenDatabase = (options?: { readonly migrated?: boolean }) => Promise<Database>;

async function openEmptyEmbedded(): Promise<Database> {
  const opened = await connectEmbedded(scratchDirectory());
  if (!opened.ok) throw new Error(`embedded test database: ${opened.error.code}`);
  return opened.value;
}

function describeOn(
  kind: Database['kind'],
  openOne: (migrated: boolean) => Promise<Database>,
  tests: (kind: Database['kind'], open: OpenDatabase) => void,
): void {
  describe(kind === 'embedded' ? 'on the embedded database' : 'on a PostgreSQL server', () => {
    const opened: Database[] = [];
    tests(kind, async ({ migrated = true } = {}) => {
      const db = await openOne(migrated);
      opened.push(db);
      return db;
    });
    after(() => Promise.all(opened.map((db) => db.close())));
  });
}

/**
 * Defines the same tests on the embedded database and on a PostgreSQL server. Without server programs on the machine the
 * second half is reported as skipped; `SHIRUSHI_TEST_POSTGRES` (their folder) makes it fail instead if they are not there.
 */
export function eachDatabase(tests: (kind: Database['kind'], open: OpenDatabase) => void): void {
  describeOn('embedded', (migrated) => (migrated ? openEmbeddedCopy() : openEmptyEmbedded()), tests);
  if (POSTGRES_PROGRAMS === undefined) {
    test('on a PostgreSQL server', {
      skip: 'NO POSTGRESQL SERVER PROGRAMS: set SHIRUSHI_TEST_POSTGRES to their folder',
    });
  } else {
    describeOn('server', (migrated) => openServerDatabase({ migrated }), tests);
  }
}
