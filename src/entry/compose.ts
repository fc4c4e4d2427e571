import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clamdScanner } from '../adapters/clamd.ts';
import { corporateRegister } from '../adapters/corporate-register.ts';
import { openDiskFiles } from '../adapters/disk-files.ts';
import { issuerKeyFiles } from '../adapters/issuer-key-files.ts';
import { japaneseWorkingDays } from '../adapters/japanese-working-days.ts';
import { randomIds } from '../adapters/random-ids.ts';
import { simulatedCorporateRegister } from '../../testing/world/simulated-corporate-register.ts';
import { simulatedScanner } from '../../testing/world/simulated-scanner.ts';
import { remoteWitness } from '../adapters/remote-witness.ts';
import { systemClock } from '../adapters/system-clock.ts';
import type { CorporateRegister, Deps, FileStore, IssuerKeyRefusal, MalwareScanner } from '../app/ports.ts';
import { ensureSigningKey } from '../app/credential/signing-key.ts';
import type { LogNotSigned } from '../app/log/append-public-facts.ts';
import { logIssuerKeys } from '../app/credential/append-issuer-keys.ts';
import { loadScheme } from '../app/scheme/load-scheme.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Scheme } from '../core/scheme/scheme.ts';
import { connectEmbedded, connectServer, databaseUnreachable, type ServerRefusal } from '../db/connect.ts';
import type { DataDirectoryInUse } from '../db/data-lock.ts';
import { databaseDamage, type DatabaseDamaged } from '../db/database-damage.ts';
import type { Database } from '../db/database.ts';
import { serverTrouble } from '../db/server-trouble.ts';
import { migrate, type MigrationRefusal } from '../db/migrate.ts';
import { readMigrations, type Migration } from '../db/migration-files.ts';
import { readSchemeFolder } from '../cli/scheme-folder.ts';
import type { Language } from '../core/kernel/text.ts';
import { readSchemeFiles } from '../formats/scheme-files/read-scheme-files.ts';
import type { SchemeFault } from '../formats/scheme-files/scheme-fault.ts';
import type { Config } from './config.ts';
import { openLogKey, type LogKeyRefusal } from './open-log-key.ts';
import { inDataFolder, makeDataFolder, type DataFolderUnusable } from './data-folder.ts';

/** Why nothing could be started. */
export type StartRefusal =
  | DataDirectoryInUse
  | DataFolderUnusable
  | DatabaseDamaged
  | ServerRefusal
  | MigrationRefusal
  | LogKeyRefusal
  | LogNotSigned
  | IssuerKeyRefusal
  | { readonly code: 'scheme_faulty'; readonly faults: readonly SchemeFault[] };

/** The built dependencies, and how to let go of them. */
export type Composition = { readonly deps: Deps; readonly applied: number; readonly close: () => Promise<void> };

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

async function connect(
  config: Config,
): Promise<Result<Database, DataDirectoryInUse | DatabaseDamaged | ServerRefusal>> {
  if (config.databaseUrl === undefined) return connectEmbedded(config.dataDirectory);
  return connectServer(config.databaseUrl, { max: config.databaseConnections });
}

/** Beside the embedded database nobody else is at work, so whatever is unfinished is abandoned. */
function openFiles({ databaseUrl, dataDirectory }: Config): Promise<FileStore> {
  const root = join(dataDirectory, 'files');
  return databaseUrl === undefined
    ? openDiskFiles(root, { abandonedAfter: Temporal.Duration.from({ seconds: 0 }) })
    : openDiskFiles(root);
}

/** The demonstration plays its scanner; elsewhere files are scanned where clamd is configured. */
function scannerOf({ clamd, isDemonstration }: Config): MalwareScanner | undefined {
  if (isDemonstration) return simulatedScanner;
  return clamd === undefined ? undefined : clamdScanner(clamd);
}

/** The demonstration plays the register of corporate numbers; elsewhere it is asked where an application id is given. */
function registerOf({ corporateNumberAppId, dataDirectory, isDemonstration }: Config): CorporateRegister | undefined {
  if (isDemonstration) return simulatedCorporateRegister;
  if (corporateNumberAppId === undefined) return undefined;
  const folder = join(dataDirectory, 'corporate-register');
  return corporateRegister({ applicationId: corporateNumberAppId, folder, now: systemClock.now });
}

type Given = { readonly scheme: Scheme; readonly migrations: readonly Migration[] };

async function composeOn(
  db: Database,
  config: Config,
  { scheme, migrations }: Given,
): Promise<Result<Omit<Composition, 'close'>, StartRefusal>> {
  const migrated = await migrate(db, migrations, systemClock.now());
  if (!migrated.ok) return migrated;
  const key = await openLogKey(db, config);
  if (!key.ok) return key;
  const issuerKeys = issuerKeyFiles(config.issuerKeyDirectory);
  const issuerKey = await ensureSigningKey({ db, clock: systemClock, issuerKeys });
  if (!issuerKey.ok) return issuerKey;
  const loaded = await loadScheme({ db, clock: systemClock, ...key.value }, scheme);
  if (!loaded.ok) return loaded;
  const named = await logIssuerKeys({ db, clock: systemClock, ...key.value });
  if (!named.ok) return named;
  const deps: Deps = {
    db,
    ...key.value,
    issuerKeys,
    witnesses: config.witnesses.map(remoteWitness),
    clock: systemClock,
    ids: randomIds(systemClock),
    files: await openFiles(config),
    scanner: scannerOf(config),
    corporateRegister: registerOf(config),
    workingDays: japaneseWorkingDays,
    scheme: loaded.value,
    baseUrl: config.baseUrl,
  };
  return ok({ deps, applied: migrated.value.length });
}

/** Throws as soon as the database is dead: the query that found it so may never be answered. */
function death(db: Database): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  db.onFatal(({ cause }) => reject(new Error('the embedded database is dead', { cause })));
  promise.catch(() => undefined);
  return promise;
}

/**
 * A server that answers but lets us do nothing, or breaks off, is refused like one that does not answer; an embedded
 * database whose files are found damaged only when they are read, like one that does not open.
 */
function lateRefusal(config: Config, error: unknown): ServerRefusal | DatabaseDamaged | undefined {
  const { databaseUrl, dataDirectory: directory } = config;
  if (databaseUrl === undefined) {
    const said = databaseDamage(error);
    return said === undefined ? undefined : { code: 'database_damaged', directory, said };
  }
  return serverTrouble(error) === undefined ? undefined : databaseUnreachable(error, databaseUrl);
}

async function open(config: Config, given: Given): Promise<Result<Composition, StartRefusal>> {
  const db = await connect(config);
  if (!db.ok) return db;
  try {
    const composed = await Promise.race([composeOn(db.value, config, given), death(db.value)]);
    if (composed.ok) return ok({ ...composed.value, close: () => db.value.close() });
    await db.value.close();
    return composed;
  } catch (error) {
    await db.value.close();
    const refusal = lateRefusal(config, error);
    if (refusal === undefined) throw error;
    return refused(refusal);
  }
}

/** The scheme as the demonstration runs it; what it invents is loaded only then. */
async function demonstrated(scheme: Scheme): Promise<Scheme> {
  const { worldScheme } = await import('../../testing/world/world-scheme.ts');
  return worldScheme(scheme);
}

/** Opens everything acts need: scheme data, database brought up to date, file store. Nothing stays open on a refusal. */
export async function compose(config: Config, language: Language): Promise<Result<Composition, StartRefusal>> {
  const scheme = readSchemeFiles(await readSchemeFolder({ language }, config.schemeDirectory));
  if (!scheme.ok) return refused({ code: 'scheme_faulty', faults: scheme.error });
  const inForce = config.isDemonstration ? await demonstrated(scheme.value) : scheme.value;
  const given = { scheme: inForce, migrations: await readMigrations(MIGRATIONS) };
  const folder = await makeDataFolder(config.dataDirectory);
  return folder.ok ? inDataFolder(config.dataDirectory, () => open(config, given)) : folder;
}
