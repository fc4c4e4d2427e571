import type { CommandContext, CommandOption, ListedCommand } from './command.ts';
import { COMMON_OPTIONS, type NamedCommand } from './read-command-line.ts';
import { say } from './say.ts';

type Described = Omit<ListedCommand<unknown>, 'load'>;
type Explained = NamedCommand<{ readonly options: Readonly<Record<string, CommandOption>> }>;

function optionLines(context: CommandContext, options: Readonly<Record<string, CommandOption>>): readonly string[] {
  return Object.entries(options).map(([name, option]) => {
    const flag = `--${name}${option.type === 'string' ? ` ${name.toUpperCase()}` : ''}`;
    return `  ${flag.padEnd(34)}${say(context, option.help)}`;
  });
}

function usageOf(command: Described): string {
  const positionals = command.positionals.map((name) => (name.endsWith('?') ? `[${name.slice(0, -1)}]` : name));
  return ['shirushi', command.name, ...positionals].join(' ');
}

/** The commands whose first word is the first one typed, as they are written. */
export function commandsBeginning(commands: readonly Described[], typed: string): readonly string[] {
  const [first = ''] = typed.split(' ');
  return commands.filter(({ name }) => name.startsWith(`${first} `)).map((command) => `  ${usageOf(command)}`);
}

/** Help for one command, or the list of all. */
export function helpLines(
  context: CommandContext,
  commands: readonly Described[],
  named: Explained | undefined,
): readonly string[] {
  const common = ['', say(context, 'cli.common-options'), ...optionLines(context, COMMON_OPTIONS)];
  if (named === undefined) {
    const lines = commands.map((each) => `  ${usageOf(each).padEnd(42)}${say(context, each.help)}`);
    return [say(context, 'cli.usage'), '', say(context, 'cli.commands'), ...lines, ...common];
  }
  const own = optionLines(context, named.command.options);
  const options = own.length === 0 ? [] : ['', say(context, 'cli.options'), ...own];
  return [usageOf(named.listed), '', say(context, named.listed.help), ...options, ...common];
}
