import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { lockDataDirectory, type DataDirectoryInUse } from '../db/data-lock.ts';
import { inDataFolder, makeDataFolder, type DataFolderUnusable } from './data-folder.ts';

/** Marks a folder as a demonstration's, so that no other folder is ever emptied. */
const MARK = 'demonstration';
const BUILT = `${MARK}.built`;

/** Why no demonstration can be made in a folder, or none is there to be used. */
export type DemonstrationRefusal =
  | DataDirectoryInUse
  | DataFolderUnusable
  | { readonly code: 'not_a_demonstration' | 'no_demonstration'; readonly directory: string };

async function clearAndMark(directory: string): Promise<Result<true, DemonstrationRefusal>> {
  const entries = await readdir(directory);
  if (entries.length > 0 && !entries.includes(MARK)) return refused({ code: 'not_a_demonstration', directory });
  if (entries.length > 0 && !entries.includes(BUILT)) {
    const lock = lockDataDirectory(directory);
    if (!lock.ok) return lock;
    lock.value.release();
    await rm(directory, { recursive: true });
  }
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(join(directory, MARK), '');
  return ok(true);
}

/**
 * Makes a folder ready for the demonstration: new or the demonstration's own. A world whose building was interrupted is
 * cleared away; any other folder with something in it is refused.
 */
export async function prepareFolder(directory: string): Promise<Result<true, DemonstrationRefusal>> {
  const usable = await makeDataFolder(directory);
  return usable.ok ? inDataFolder(directory, () => clearAndMark(directory)) : usable;
}

/** Records that the world of a folder is complete. */
export async function markBuilt(directory: string): Promise<void> {
  await writeFile(join(directory, BUILT), '');
}

/** Refuses a folder without a complete demonstration: a command would make a data folder of another kind there. */
export function builtFolder(directory: string): Result<true, DemonstrationRefusal> {
  return existsSync(join(directory, BUILT)) ? ok(true) : refused({ code: 'no_demonstration', directory });
}
