import { parseArgs } from 'node:util';
import type { CommandInput, CommandOption } from './command.ts';

/** Options every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  data: { type: 'string', help: 'cli.option.data' },
  demo: { type: 'boolean', help: 'cli.option.demo' },
  json: { type: 'boolean', help: 'cli.option.json' },
  lang: { type: 'string', help: 'cli.option.language' },
  scheme: { type: 'string', help: 'cli.option.scheme' },
  help: { type: 'boolean', help: 'cli.option.help' },
};

/** What of a command the command line is matched with. */
export type CommandGrammar = {
  readonly name: string;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, CommandOption>>;
};

/** A command line understood, or why it was not. */
export type ReadCommandLine<C> =
  | { readonly found: 'command'; readonly command: C; readonly input: CommandInput }
  | { readonly found: 'help'; readonly command: C | undefined }
  | { readonly found: 'unknown'; readonly typed: string }
  | { readonly found: 'missing'; readonly argument: string }
  | { readonly found: 'extra'; readonly argument: string }
  | { readonly found: 'unreadable'; readonly reason: string };

function words(args: readonly string[]): readonly string[] {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return end === -1 ? args : args.slice(0, end);
}

function matchPositionals<C extends CommandGrammar>(command: C, input: CommandInput): ReadCommandLine<C> {
  const missing = command.positionals[input.positionals.length];
  if (missing !== undefined && !missing.endsWith('?')) return { found: 'missing', argument: missing };
  const isMany = command.positionals.at(-1)?.endsWith('…') === true;
  const extra = isMany ? undefined : input.positionals[command.positionals.length];
  return extra === undefined ? { found: 'command', command, input } : { found: 'extra', argument: extra };
}

/** Finds the command with the most words the line begins with, and reads its arguments and options. */
export function readCommandLine<C extends CommandGrammar>(
  commands: readonly C[],
  args: readonly string[],
): ReadCommandLine<C> {
  const typed = words(args);
  if (typed.length === 0 || typed[0] === 'help') {
    const named = commands.find((candidate) => candidate.name === typed.slice(1).join(' '));
    return { found: 'help', command: named };
  }
  const command = commands
    .filter((candidate) => candidate.name === typed.slice(0, candidate.name.split(' ').length).join(' '))
    .sort((first, second) => second.name.length - first.name.length)[0];
  if (command === undefined) return { found: 'unknown', typed: typed.slice(0, 2).join(' ') };
  const options = { ...COMMON_OPTIONS, ...command.options };
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  try {
    const rest = args.slice(command.name.split(' ').length);
    const { values, positionals } = parseArgs({ args: [...rest], options: config, allowPositionals: true });
    if (values['help'] === true) return { found: 'help', command };
    return matchPositionals(command, { positionals, values: values as CommandInput['values'] });
  } catch (error) {
    return { found: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
