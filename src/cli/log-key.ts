import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { asTyped } from '../core/kernel/fold.ts';
import type { Step } from '../verify/index.ts';
import type { CommandContext, CommandInput } from './command.ts';
import { readNamedFile } from './named-file.ts';
import { badValue, listOption, textOption } from './read-option.ts';
import { fetchText } from './read-register.ts';

/** A key to verify with, and what to say about where it is from. */
export type KnownKey = { readonly key: string; readonly steps: readonly Step[] };

/** Bytes of a file that holds one key. */
const LONGEST = 4000;

async function keyTyped(context: CommandContext, option: string, text: string): Promise<string> {
  const file = resolve(context.directory, text);
  if (!existsSync(file)) return text;
  const bytes = await readNamedFile(context, file, LONGEST);
  if (bytes instanceof Uint8Array) return new TextDecoder().decode(bytes).trim();
  return badValue(context, { option, value: text }, 'verify.wanted.key');
}

/** The key named with `--key`: as text, or in a file. */
export async function keyOption(context: CommandContext, input: CommandInput): Promise<string | undefined> {
  const text = textOption(input, 'key');
  return text === undefined ? undefined : keyTyped(context, '--key', text);
}

/** The keys of the witnesses named with `--witness`: as text, or in files. */
export function witnessOptions(context: CommandContext, input: CommandInput): Promise<readonly string[]> {
  return Promise.all(listOption(input, 'witness').map((text) => keyTyped(context, '--witness', asTyped(text))));
}

/** The key a register gives itself: fit for a first look, and to be kept for the next. */
export async function keyFrom(register: string): Promise<KnownKey> {
  const key = (await fetchText(`${register}/log/vkey`)).trim();
  return { key, steps: [{ id: 'key', outcome: 'unknown', detail: { key } }] };
}
