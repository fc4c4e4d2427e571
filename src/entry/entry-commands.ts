import type { CommandContext } from '../cli/command.ts';
import type { CommandGrammar } from '../cli/read-command-line.ts';
import type { MessageKey } from '../i18n/message.ts';
import type { Config } from './config.ts';

/** A command that starts or prepares the system itself; it builds its own dependencies. */
export type EntryCommand = CommandGrammar & {
  readonly needs: 'entry';
  readonly help: MessageKey;
  readonly run: (context: CommandContext, config: Config) => Promise<number>;
};

/** The commands of the entry: loaded only when run, because they bring the heavy libraries with them. */
export const ENTRY_COMMANDS: readonly EntryCommand[] = [
  {
    needs: 'entry',
    name: 'serve',
    help: 'cli.help.serve',
    positionals: [],
    options: { port: { type: 'string', help: 'cli.option.port' } },
    run: async (context, config) => (await import('./serve.ts')).serve(context, config),
  },
  {
    needs: 'entry',
    name: 'migrate',
    help: 'cli.help.migrate',
    positionals: [],
    options: {},
    run: async (context, config) => (await import('./migrate-only.ts')).migrateOnly(context, config),
  },
];
