import { randomUUID } from 'node:crypto';
import { systemClock } from '../adapters/system-clock.ts';
import { COMMANDS } from '../cli/commands.ts';
import { EXIT, type Command, type CommandContext, type ListedCommand } from '../cli/command.ts';
import { commandsBeginning, helpLines } from '../cli/help-lines.ts';
import { readCommandLine, type ReadCommandLine } from '../cli/read-command-line.ts';
import { runCommand } from '../cli/run-command.ts';
import { say } from '../cli/say.ts';
import { choiceOption, UsageError } from '../cli/read-option.ts';
import { LANGUAGES, type Language } from '../core/kernel/text.ts';
import { readConfig } from './config.ts';
import { ENTRY_COMMANDS, type EntryCommand } from './entry-commands.ts';
import { reportBug } from './report-bug.ts';
import { configFaultLines } from './start-refusal-lines.ts';

const ALL: readonly ListedCommand<Command | EntryCommand>[] = [...ENTRY_COMMANDS, ...COMMANDS];

/** The language to speak: `--lang`, else the terminal's (Japanese or not), else Japanese. */
function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = at === -1 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  if (asked === 'ja' || asked === 'en') return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? 'ja';
  return /^ja/i.test(locale) ? 'ja' : 'en';
}

function terminalContext(language: Language): Omit<CommandContext, 'json' | 'schemeDirectory'> {
  return {
    language,
    directory: process.cwd(),
    now: systemClock.now,
    print: (line) => process.stdout.write(`${line}\n`),
    printError: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Prints why a command line was not understood. */
function explain(
  context: CommandContext,
  read: Exclude<ReadCommandLine<Command | EntryCommand>, { found: 'command' }>,
): number {
  switch (read.found) {
    case 'help':
      helpLines(context, ALL, read.named).forEach((line) => context.print(line));
      return EXIT.done;
    case 'unknown':
      context.printError(say(context, 'cli.unknown-command', { command: read.typed }));
      commandsBeginning(ALL, read.typed).forEach((line) => context.printError(line));
      return EXIT.usage;
    case 'missing':
      context.printError(say(context, 'cli.missing-argument', { argument: read.argument }));
      return EXIT.usage;
    case 'extra':
      context.printError(say(context, 'cli.extra-argument', { argument: read.argument }));
      return EXIT.usage;
    case 'unreadable':
      context.printError(say(context, 'cli.bad-option', { reason: read.reason }));
      return EXIT.usage;
  }
}

async function runRead(
  base: CommandContext,
  read: Extract<ReadCommandLine<Command | EntryCommand>, { found: 'command' }>,
  args: readonly string[],
): Promise<number> {
  const { command, input } = read;
  choiceOption(base, input, { name: 'lang', values: LANGUAGES, otherwise: base.language });
  const config = readConfig({ environment: process.env, options: input.values });
  if (!config.ok) {
    configFaultLines(base.language, config.error).forEach((line) => base.printError(line));
    return EXIT.usage;
  }
  const { schemeDirectory } = config.value;
  const context = { ...base, json: input.values['json'] === true, schemeDirectory };
  if (command.needs === 'entry') return command.run(context, config.value, input);
  if (command.needs === 'files') return runCommand(context, { command, input }, { deps: undefined, report: reportBug });
  const { runAct } = await import('./run-act.ts');
  return runAct(context, config.value, { command, input, args });
}

/** The whole program: reads a command line, does it, and answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const base = { ...terminalContext(languageOf(args)), json: false, schemeDirectory: '' };
  try {
    const read = await readCommandLine(ALL, args);
    if (read.found !== 'command') return explain(base, read);
    return await runRead(base, read, args);
  } catch (error) {
    if (error instanceof UsageError) {
      base.printError(error.message);
      return error.exit;
    }
    const incident = randomUUID();
    reportBug(incident, error);
    base.printError(say(base, 'cli.bug', { incident }));
    return EXIT.bug;
  }
}
