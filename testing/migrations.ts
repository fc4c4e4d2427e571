import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '../src/db/database.ts';
import { migrate } from '../src/db/migrate.ts';
import { readMigrations } from '../src/db/migration-files.ts';

/** The project's migrations folder. */
export const MIGRATIONS_DIRECTORY = join(import.meta.dirname, '../migrations');

/** The project's migrations. */
export const MIGRATIONS = await readMigrations(MIGRATIONS_DIRECTORY);

/** Names a set of migrations: templates made from another set are not used. */
export const MIGRATIONS_KEY = hash('sha256', MIGRATIONS.map(({ sha256 }) => sha256).join()).slice(0, 12);

/** Brings a test database to the last migration. */
export async function migrateForTests(db: Database): Promise<void> {
  const migrated = await migrate(db, MIGRATIONS, Temporal.Instant.from('2026-01-01T00:00:00Z'));
  if (!migrated.ok) throw new Error(`test database not migrated: ${JSON.stringify(migrated.error)}`);
}
