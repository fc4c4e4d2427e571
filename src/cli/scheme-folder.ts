import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { CommandContext } from './command.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';

/** The scheme's files as text by path, whatever folders they lie in, in the order of their paths. */
export async function readSchemeFolder(
  context: Pick<CommandContext, 'language'>,
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return new Map(
      await Promise.all(paths.map(async (path) => [relative(directory, path), await readFile(path, 'utf8')] as const)),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(say(context, 'cli.no-such-file', { file: directory, reason }));
  }
}
