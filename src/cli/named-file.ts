import { constants } from 'node:fs';
import { open, rm, writeFile, type FileHandle } from 'node:fs/promises';
import type { CommandContext, CommandInput } from './command.ts';
import { fileTrouble, fileTroubleCode } from './file-trouble.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';

/** Without waiting for whoever would write into a pipe: the process that opens may be the server's. */
const READ_AT_ONCE = constants.O_RDONLY | constants.O_NONBLOCK;

/** A usage error that names a file and why it cannot be read. */
export function unreadableFile(context: CommandContext, file: string, error: unknown): UsageError {
  return new UsageError(say(context, 'cli.no-such-file', { file, reason: fileTrouble(context, error) }));
}

/** Opens a file somebody named, with its size in bytes; a pipe, a device, a folder or a missing file ends the command. */
export async function openNamedFile(
  context: CommandContext,
  file: string,
): Promise<{ readonly handle: FileHandle; readonly size: number }> {
  const handle = await open(file, READ_AT_ONCE).catch((error: unknown) => {
    throw unreadableFile(context, file, error);
  });
  const found = await handle.stat();
  if (found.isFile()) return { handle, size: found.size };
  await handle.close();
  throw new UsageError(say(context, 'cli.not-a-file', { file }));
}

/** The bytes of a file somebody named, or its size when it is larger than `limit` bytes. */
export async function readNamedFile(
  context: CommandContext,
  file: string,
  limit: number,
): Promise<Uint8Array | { readonly tooLarge: number }> {
  const { handle, size } = await openNamedFile(context, file);
  try {
    return size > limit ? { tooLarge: size } : await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The option of every command that writes a file. */
export const FORCE_OPTION = { force: { type: 'boolean', help: 'cli.option.force' } } as const;

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Writes a file somebody named. One that is there already, unless `--force` is given, or cannot be written ends the
 * command.
 */
export async function writeNamedFile(
  context: CommandContext,
  input: CommandInput,
  file: string,
  bytes: Uint8Array,
): Promise<void> {
  try {
    await (input.values['force'] === true ? writeFile(file, bytes) : writeNew(file, bytes));
  } catch (error) {
    if (fileTroubleCode(error) === 'EEXIST') throw new UsageError(say(context, 'cli.file-there', { file }));
    throw new UsageError(say(context, 'cli.not-written', { file, reason: fileTrouble(context, error) }));
  }
}
