import { isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import { LANGUAGES, type Language } from '../core/kernel/text.ts';

/** A command line sent to the process that holds the data directory. */
export type RemoteCommand = {
  readonly args: readonly string[];
  /** The folder the command was typed in, as an absolute path. */
  readonly directory: string;
  readonly language: Language;
};

/** Most bytes of a command: as many as Linux takes for one argument, eight times over. */
const LONGEST_COMMAND = 1024 * 1024;

/** What a shell can pass on: PostgreSQL takes no NUL, and half a surrogate pair is no text. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value.isWellFormed() && !value.includes('\u0000');
}

function parseRemoteCommand(line: string): RemoteCommand | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { args, directory, language } = value as Readonly<Record<string, unknown>>;
  const spoken = LANGUAGES.find((candidate) => candidate === language);
  if (!Array.isArray(args) || !args.every(isText)) return undefined;
  if (!isText(directory) || !isAbsolute(directory) || spoken === undefined) return undefined;
  return { args, directory, language: spoken };
}

/** Reads the one line a client sends; undefined for anything that is no command, and for one without an end. */
export async function readRemoteCommand(source: Readable): Promise<RemoteCommand | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    const end = chunk.indexOf('\n');
    chunks.push(end === -1 ? chunk : chunk.subarray(0, end));
    if (end !== -1) return parseRemoteCommand(Buffer.concat(chunks).toString());
    length += chunk.length;
    if (length > LONGEST_COMMAND) return undefined;
  }
  return undefined;
}
