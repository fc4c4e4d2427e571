import { writeFile } from 'node:fs/promises';
import type { CommandContext } from './command.ts';
import { fileTrouble, fileTroubleCode } from './file-trouble.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';

/**
 * Writes what a command makes; `keep` refuses to write over a file that is there, which somebody may have filled in.
 * Throws a usage error that names the file and the trouble.
 */
export async function writeOutput(
  context: CommandContext,
  file: string,
  { bytes, keep }: { readonly bytes: Uint8Array | string; readonly keep: boolean },
): Promise<void> {
  try {
    await writeFile(file, bytes, { flag: keep ? 'wx' : 'w' });
  } catch (error) {
    if (fileTroubleCode(error) === undefined) throw error;
    throw new UsageError(say(context, 'cli.cannot-write', { file, reason: fileTrouble(context, error) }));
  }
}
