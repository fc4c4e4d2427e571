import type { MessageKey } from '../i18n/message.ts';
import type { CommandContext } from './command.ts';
import { say } from './say.ts';

const WORDS: Readonly<Record<string, MessageKey>> = {
  ENOENT: 'cli.file.absent',
  EISDIR: 'cli.file.is-folder',
  ENOTDIR: 'cli.file.no-folder',
  EEXIST: 'cli.file.exists',
  EACCES: 'cli.file.no-right',
  EPERM: 'cli.file.no-right',
  EROFS: 'cli.file.read-only',
  ENOSPC: 'cli.file.disk-full',
  EDQUOT: 'cli.file.disk-full',
  EIO: 'cli.file.disk-failing',
  ENAMETOOLONG: 'cli.file.name-too-long',
};

/** The operating system's own name for what went wrong with a file, such as `ENOENT`; undefined for anything else. */
export function fileTroubleCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code)
    ? error.code
    : undefined;
}

/** What one of the operating system's names for trouble means, in the reader's language as far as it is a usual one. */
export function troubleInWords(context: Pick<CommandContext, 'language'>, trouble: string): string {
  const words = WORDS[trouble];
  return words === undefined ? trouble : say(context, words);
}

/** Why a file or folder cannot be used, in the reader's language as far as the trouble is a usual one. */
export function fileTrouble(context: Pick<CommandContext, 'language'>, error: unknown): string {
  const words = WORDS[fileTroubleCode(error) ?? ''];
  if (words !== undefined) return say(context, words);
  return error instanceof Error ? error.message : String(error);
}
