import { join } from 'node:path';
import { chmodSync, existsSync, fsyncSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PoolConfig } from 'pg';
import { UnreadableDatabase } from './database-damage.ts';
import type { FatalSignal } from './fatal-signal.ts';
import { storageTrouble } from './storage-trouble.ts';
import { syncTree } from './sync-tree.ts';

/** The parts of the WebAssembly file system that make it durable; not in the package's types. */
type Mount = {
  readonly opts?: { readonly root?: string };
  readonly type: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
};
type WasmFileSystem = {
  readonly root: { readonly mount: unknown };
  readonly getMounts: (mount: unknown) => readonly Mount[];
  readonly ErrnoError: new (errno: number) => Error;
};

/** EIO in the WebAssembly ABI. */
const INPUT_OUTPUT_ERROR = 29;

/** A running embedded PostgreSQL whose commits reach the disk. */
export type Embedded = {
  readonly poolConfig: PoolConfig;
  /** How often data were forced to the disk since the start. */
  readonly syncs: () => number;
  readonly stop: () => Promise<void>;
};

/**
 * Makes the embedded database's sync calls reach the disk; as shipped they do nothing. A failed sync must surface as an
 * errno: any other exception would let PostgreSQL acknowledge a commit that is not on the disk.
 */
function forceSyncs(lite: PGlite, fatal: FatalSignal): () => number {
  const fileSystem = (lite as unknown as { readonly Module: { readonly FS: WasmFileSystem } }).Module.FS;
  const mount = fileSystem.getMounts(fileSystem.root.mount).find((candidate) => candidate.opts?.root !== undefined);
  if (mount === undefined) throw new Error('the embedded database is not on a disk');
  let syncs = 0;
  mount.type.stream_ops.fsync = (stream) => {
    try {
      fsyncSync(stream.nfd);
    } catch (error) {
      fatal.report({ code: 'sync_failed', cause: error });
      throw new fileSystem.ErrnoError(INPUT_OUTPUT_ERROR);
    }
    syncs += 1;
    return 0;
  };
  return () => syncs;
}

/** Commits something and throws unless it was synced: a database that only seems durable must not start. */
export async function proveSyncs(lite: Pick<PGlite, 'query'>, syncs: () => number): Promise<void> {
  const before = syncs();
  await lite.query(`select pg_logical_emit_message(true, 'shirushi', 'is this commit synced?')`);
  if (syncs() === before)
    throw new Error('the embedded database does not sync its commits to the disk: refusing to run');
}

/** fdatasync, the default way to sync, is a stub in WebAssembly; fsync reaches the hook. */
function startParams(): string[] {
  const shipped = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  return [...shipped, '-c', 'fsync=on', '-c', 'wal_sync_method=fsync', '-c', 'timezone=UTC'];
}

/** Bytes a start needs at the very least: a page of the log and its neighbours. */
const LEAST_SPACE = 256 * 1024;

/** Throws what the operating system says when a file of the least size cannot be written beside the database. */
function proveSpace(directory: string): void {
  const probe = `${directory}.space`;
  try {
    writeFileSync(probe, Buffer.alloc(LEAST_SPACE), { flush: true });
  } finally {
    rmSync(probe, { force: true });
  }
}

/** The library does not say why it could not start; a disk without space is the usual reason, and is told as such. */
async function open(directory: string): Promise<PGlite> {
  try {
    return await PGlite.create(directory, { startParams: startParams() });
  } catch (error) {
    proveSpace(directory);
    throw error;
  }
}

/** Makes a new database under another name and renames it when all of it is on the disk, so that no half one can stay. */
async function createDatabase(directory: string): Promise<void> {
  const unfinished = `${directory}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const lite = await open(unfinished);
  await lite.close();
  syncTree(unfinished);
  renameSync(unfinished, directory);
  syncTree(directory);
}

/** Without this file the library would make a new database over the one that is there. */
const MARK = 'PG_VERSION';

/** Opens a database made before. The library does not say what is wrong with files it cannot start from. */
async function openAgain(directory: string): Promise<PGlite> {
  if (!existsSync(join(directory, MARK))) throw new UnreadableDatabase(`there is no ${MARK}`);
  try {
    return await open(directory);
  } catch (error) {
    if (storageTrouble(error) !== undefined) throw error;
    throw new UnreadableDatabase(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * Starts the embedded PostgreSQL in a directory, creating the database if there is none. Throws unless commits are durable,
 * and for files that are no database.
 */
export async function startEmbedded(directory: string, fatal: FatalSignal): Promise<Embedded> {
  if (!existsSync(directory)) await createDatabase(directory);
  // The library lets everybody on the machine read and write the files it makes, so nobody else may reach them.
  chmodSync(directory, 0o700);
  const lite = await openAgain(directory);
  try {
    const syncs = forceSyncs(lite, fatal);
    await proveSyncs(lite, syncs);
    return { poolConfig: createPgConfig(lite) as unknown as PoolConfig, syncs, stop: () => lite.close() };
  } catch (error) {
    await lite.close();
    throw error;
  }
}
