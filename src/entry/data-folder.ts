import { access, constants, mkdir, readdir } from 'node:fs/promises';
import { fileTroubleCode } from '../cli/file-trouble.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** The data folder cannot be made, or not be written to. */
export type DataFolderUnusable = {
  readonly code: 'data_folder_unusable';
  readonly directory: string;
  readonly cause: unknown;
};

/** Makes the data folder if need be, and makes sure that this process may write in it. */
export async function makeDataFolder(directory: string): Promise<Result<true, DataFolderUnusable>> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await readdir(directory);
    await access(directory, constants.W_OK);
    return ok(true);
  } catch (cause) {
    if (fileTroubleCode(cause) === undefined) throw cause;
    return refused({ code: 'data_folder_unusable', directory, cause });
  }
}
