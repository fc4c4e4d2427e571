import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Scheme } from '../core/scheme/scheme.ts';
import { readSchemeFiles } from '../formats/scheme-files/read-scheme-files.ts';
import type { CommandContext } from './command.ts';
import { fileTrouble } from './file-trouble.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';
import { schemeFaultLines } from './scheme-faults-text.ts';

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
    const reason = fileTrouble(context, error);
    throw new UsageError(say(context, 'cli.no-such-file', { file: directory, reason }));
  }
}

/** The scheme of the context's folder; when it has faults they are printed and nothing is given. */
export async function readScheme(context: CommandContext): Promise<Scheme | undefined> {
  const scheme = readSchemeFiles(await readSchemeFolder(context, context.schemeDirectory));
  if (scheme.ok) return scheme.value;
  schemeFaultLines(scheme.error, context.language, context.schemeDirectory).forEach((line) => context.printError(line));
  return undefined;
}
