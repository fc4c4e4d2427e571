import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileTrouble, fileTroubleCode } from './file-trouble.ts';
import type { CommandContext } from './command.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';

/** What an audit remembers of a register for the next one: its key, and how far its log was. */
export type AuditState = {
  readonly key: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Entries up to which the days' lists were made anew. */
  readonly listed: number;
};

const FORMAT = 'shirushi-audit/1';

function parseState(text: string): AuditState | undefined {
  try {
    const { format, key, size, root, listed } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (
      format !== FORMAT ||
      typeof key !== 'string' ||
      typeof size !== 'number' ||
      typeof root !== 'string' ||
      typeof listed !== 'number'
    ) {
      return undefined;
    }
    return { key, size, root: Uint8Array.fromHex(root), listed };
  } catch {
    return undefined;
  }
}

/** What the last audit left in a file; undefined when there was none. A file of another kind ends the command. */
export async function readAuditState(context: CommandContext, file: string): Promise<AuditState | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (fileTroubleCode(error) === 'ENOENT') return undefined;
    throw new UsageError(say(context, 'cli.no-such-file', { file, reason: fileTrouble(context, error) }));
  });
  if (text === undefined) return undefined;
  const state = parseState(text);
  if (state === undefined) throw new UsageError(say(context, 'verify.no-state', { file }));
  return state;
}

/** Keeps what the next audit holds the register against; in one step, so that half of it is never read. */
export async function writeAuditState(
  context: CommandContext,
  file: string,
  { key, size, root, listed }: AuditState,
): Promise<void> {
  try {
    await writeFile(
      `${file}.new`,
      `${JSON.stringify({ format: FORMAT, key, size, root: root.toHex(), listed }, null, 2)}\n`,
    );
    await rename(`${file}.new`, file);
  } catch (error) {
    throw new UsageError(say(context, 'cli.not-written', { file, reason: fileTrouble(context, error) }));
  }
}
