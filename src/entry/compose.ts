import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDiskFiles } from '../adapters/disk-files.ts';
import { japaneseWorkingDays } from '../adapters/japanese-working-days.ts';
import { randomIds } from '../adapters/random-ids.ts';
import { systemClock } from '../adapters/system-clock.ts';
import type { Deps } from '../app/ports.ts';
import { loadScheme } from '../app/scheme/load-scheme.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { connectEmbedded, connectServer, type ServerRefusal } from '../db/connect.ts';
import type { DataDirectoryInUse } from '../db/data-lock.ts';
import type { Database } from '../db/database.ts';
import { migrate, type MigrationRefusal } from '../db/migrate.ts';
import { readMigrations } from '../db/migration-files.ts';
import { readSchemeFolder } from '../cli/scheme-folder.ts';
import type { Language } from '../core/kernel/text.ts';
import { readSchemeFiles } from '../formats/scheme-files/read-scheme-files.ts';
import type { SchemeFault } from '../formats/scheme-files/scheme-fault.ts';
import type { Config } from './config.ts';
import { makeDataFolder, type DataFolderUnusable } from './data-folder.ts';

/** Why nothing could be started. */
export type StartRefusal =
  | DataDirectoryInUse
  | DataFolderUnusable
  | ServerRefusal
  | MigrationRefusal
  | { readonly code: 'scheme_faulty'; readonly faults: readonly SchemeFault[] };

/** The built dependencies, and how to let go of them. */
export type Composition = { readonly deps: Deps; readonly applied: number; readonly close: () => Promise<void> };

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

async function connect(config: Config): Promise<Result<Database, DataDirectoryInUse | ServerRefusal>> {
  if (config.databaseUrl === undefined) return connectEmbedded(config.dataDirectory);
  return connectServer(config.databaseUrl, { max: config.databaseConnections });
}

async function composeOn(
  db: Database,
  config: Config,
  scheme: Scheme,
): Promise<Result<Omit<Composition, 'close'>, StartRefusal>> {
  const migrated = await migrate(db, await readMigrations(MIGRATIONS), systemClock.now());
  if (!migrated.ok) return migrated;
  const deps: Deps = {
    db,
    clock: systemClock,
    ids: randomIds(systemClock),
    files: await openDiskFiles(join(config.dataDirectory, 'files')),
    workingDays: japaneseWorkingDays,
    scheme: await loadScheme(db, systemClock, scheme),
    baseUrl: config.baseUrl,
  };
  return ok({ deps, applied: migrated.value.length });
}

/** Opens everything acts need: scheme data, database brought up to date, file store. Nothing stays open on a refusal. */
export async function compose(config: Config, language: Language): Promise<Result<Composition, StartRefusal>> {
  const scheme = readSchemeFiles(await readSchemeFolder({ language }, config.schemeDirectory));
  if (!scheme.ok) return refused({ code: 'scheme_faulty', faults: scheme.error });
  const folder = await makeDataFolder(config.dataDirectory);
  if (!folder.ok) return folder;
  const db = await connect(config);
  if (!db.ok) return db;
  try {
    const composed = await composeOn(db.value, config, scheme.value);
    if (composed.ok) return ok({ ...composed.value, close: () => db.value.close() });
    await db.value.close();
    return composed;
  } catch (error) {
    await db.value.close();
    throw error;
  }
}
