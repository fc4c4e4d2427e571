import { parseArgs } from 'node:util';
import type { CommandInput, CommandOption, ListedCommand } from './command.ts';

/** Options every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  data: { type: 'string', help: 'cli.option.data' },
  demo: { type: 'boolean', help: 'cli.option.demo' },
  json: { type: 'boolean', help: 'cli.option.json' },
  lang: { type: 'string', help: 'cli.option.language' },
  scheme: { type: 'string', help: 'cli.option.scheme' },
  help: { type: 'boolean', help: 'cli.option.help' },
};

/** What of a loaded command the command line is matched with. */
type CommandGrammar = { readonly options: Readonly<Record<string, CommandOption>> };

/** A command of the list, and what was loaded for it. */
export type NamedCommand<C> = { readonly listed: ListedCommand<C>; readonly command: C };

/** A command line understood, or why it was not. */
export type ReadCommandLine<C> =
  | { readonly found: 'command'; readonly command: C; readonly input: CommandInput }
  | { readonly found: 'help'; readonly named: NamedCommand<C> | undefined }
  | { readonly found: 'unknown'; readonly typed: string }
  | { readonly found: 'missing'; readonly argument: string }
  | { readonly found: 'extra'; readonly argument: string }
  | { readonly found: 'unreadable'; readonly reason: string };

function words(args: readonly string[]): readonly string[] {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return end === -1 ? args : args.slice(0, end);
}

function matchPositionals<C>({ listed, command }: NamedCommand<C>, input: CommandInput): ReadCommandLine<C> {
  const missing = listed.positionals[input.positionals.length];
  if (missing !== undefined && !missing.endsWith('?')) return { found: 'missing', argument: missing };
  const isMany = listed.positionals.at(-1)?.endsWith('…') === true;
  const extra = isMany ? undefined : input.positionals[listed.positionals.length];
  return extra === undefined ? { found: 'command', command, input } : { found: 'extra', argument: extra };
}

/** Reads what stands behind the name of a command. */
function readInput<C extends CommandGrammar>(named: NamedCommand<C>, rest: readonly string[]): ReadCommandLine<C> {
  const options = { ...COMMON_OPTIONS, ...named.command.options };
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: config, allowPositionals: true });
    if (values['help'] === true) return { found: 'help', named };
    return matchPositionals(named, { positionals, values: values as CommandInput['values'] });
  } catch (error) {
    return { found: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Finds the command with the most words the line begins with, loads it alone, and reads its arguments and options. */
export async function readCommandLine<C extends CommandGrammar>(
  commands: readonly ListedCommand<C>[],
  args: readonly string[],
): Promise<ReadCommandLine<C>> {
  const typed = words(args);
  if (typed.length === 0 || typed[0] === 'help') {
    const listed = commands.find((candidate) => candidate.name === typed.slice(1).join(' '));
    return { found: 'help', named: listed && { listed, command: await listed.load() } };
  }
  const listed = commands
    .filter((candidate) => candidate.name === typed.slice(0, candidate.name.split(' ').length).join(' '))
    .sort((first, second) => second.name.length - first.name.length)[0];
  if (listed === undefined) return { found: 'unknown', typed: typed.slice(0, 2).join(' ') };
  return readInput({ listed, command: await listed.load() }, args.slice(listed.name.split(' ').length));
}
