import { access, constants, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileTroubleCode } from '../cli/file-trouble.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { storageTrouble } from '../db/storage-trouble.ts';

/** The data folder cannot be made, or not be written to. */
export type DataFolderUnusable = {
  readonly code: 'data_folder_unusable';
  readonly directory: string;
  /** The operating system's name for what is wrong, such as `ENOSPC`. */
  readonly trouble: string;
};

/** What lies there behind a name longer than can be, or a folder that may not be read, is as good as nothing. */
async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a folder and those above it. Node's own way of doing so never ends where a folder is there but lets none be made
 * in it, as under `/proc`.
 */
async function makeFolder(directory: string): Promise<void> {
  if (await isThere(directory)) return;
  const parent = dirname(directory);
  const isParentThere = await isThere(parent);
  if (!isParentThere && parent !== directory) await makeFolder(parent);
  try {
    await mkdir(directory, { mode: 0o700 });
  } catch (error) {
    const code = fileTroubleCode(error);
    // Made in the meantime by another process; a link to nowhere is found out by whoever reads it.
    if (code === 'EEXIST') return;
    throw code === 'ENOENT' ? Object.assign(new Error('no folder can be made here'), { code: 'EROFS' }) : error;
  }
}

/** Does something in the data folder, and refuses in place of throwing when the folder or its disk does not let it. */
export async function inDataFolder<T, E>(
  directory: string,
  act: () => Promise<Result<T, E>>,
): Promise<Result<T, E | DataFolderUnusable>> {
  try {
    return await act();
  } catch (error) {
    const trouble = storageTrouble(error);
    if (trouble === undefined) throw error;
    return refused({ code: 'data_folder_unusable', directory, trouble });
  }
}

/** Makes the data folder if need be, and makes sure that this process may write in it. */
export function makeDataFolder(directory: string): Promise<Result<true, DataFolderUnusable>> {
  return inDataFolder(directory, async () => {
    await makeFolder(directory);
    await readdir(directory);
    await access(directory, constants.W_OK);
    return ok(true);
  });
}
