import { sql } from 'kysely';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import type { Migration } from './migration-files.ts';
import { transact, type Tx } from './transact.ts';

/** Why the database is not brought up to date: what it has had is not what these files say. */
export type MigrationRefusal =
  | { readonly code: 'migration_altered'; readonly name: string }
  | { readonly code: 'migration_missing'; readonly name: string };

/** Any fixed number does; all processes that migrate this database must share it. */
const MIGRATION_LOCK = 5_318_008_711_023n;

type Applied = { readonly name: string; readonly sha256: string };

async function lockMigrations(tx: Tx): Promise<readonly Applied[]> {
  await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK.toString())}::bigint)`.execute(tx);
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`
    create table if not exists schema_migrations (
      name text primary key,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      applied_at timestamptz not null
    )`.execute(tx);
  return tx.selectFrom('schema_migrations').select(['name', 'sha256']).orderBy('name').execute();
}

/** The first difference between what was applied and what the files say, in order. */
function contradiction(applied: readonly Applied[], migrations: readonly Migration[]): MigrationRefusal | undefined {
  for (const [position, { name, sha256 }] of applied.entries()) {
    const migration = migrations[position];
    if (migration?.name !== name) return { code: 'migration_missing', name };
    if (migration.sha256 !== sha256) return { code: 'migration_altered', name };
  }
  return undefined;
}

async function applyNext(
  tx: Tx,
  migrations: readonly Migration[],
  at: Temporal.Instant,
): Promise<Result<string | undefined, MigrationRefusal>> {
  const applied = await lockMigrations(tx);
  const contradicted = contradiction(applied, migrations);
  if (contradicted !== undefined) return refused(contradicted);
  const next = migrations[applied.length];
  if (next === undefined) return ok(undefined);
  try {
    await sql.raw(next.sql).execute(tx);
  } catch (cause) {
    throw new Error(`migration ${next.name} failed`, { cause });
  }
  await tx.insertInto('schema_migrations').values({ name: next.name, sha256: next.sha256, applied_at: at }).execute();
  return ok(next.name);
}

/**
 * Brings the database to the last migration, each in its own transaction, and answers with the names of those it applied.
 * Several processes may do so at once: an advisory lock lets one at a time pass. A landed file that changed, or one the
 * database has had and the files lack (an older program on a newer database), is refused before anything is applied.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  at: Temporal.Instant,
): Promise<Result<readonly string[], MigrationRefusal>> {
  const applied: string[] = [];
  for (;;) {
    const step = await transact(db, (tx) => applyNext(tx, migrations, at));
    if (!step.ok) return step;
    if (step.value === undefined) return ok(applied);
    applied.push(step.value);
  }
}
