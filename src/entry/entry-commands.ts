import type { CommandContext, CommandInput, CommandOption, ListedCommand } from '../cli/command.ts';
import type { Config } from './config.ts';

/** A command that starts or prepares the system itself; it builds its own dependencies. */
export type EntryCommand = {
  readonly needs: 'entry';
  readonly options: Readonly<Record<string, CommandOption>>;
  readonly run: (context: CommandContext, config: Config, input: CommandInput) => Promise<number>;
};

/** The commands of the entry: what they start is loaded only when run, because it brings the heavy libraries with it. */
export const ENTRY_COMMANDS: readonly ListedCommand<EntryCommand>[] = [
  {
    name: 'serve',
    help: 'cli.help.serve',
    positionals: [],
    load: () =>
      Promise.resolve({
        needs: 'entry',
        options: { port: { type: 'string', help: 'cli.option.port' } },
        run: async (context, config) => (await import('./serve.ts')).serve(context, config),
      }),
  },
  {
    name: 'serve-copy',
    help: 'cli.help.serve-copy',
    positionals: ['DIR'],
    load: () =>
      Promise.resolve({
        needs: 'entry',
        options: {
          port: { type: 'string', help: 'cli.option.port' },
          live: { type: 'string', help: 'copied.option.live' },
        },
        run: async (context, config, input) => (await import('./serve-copy.ts')).serveCopy(context, config, input),
      }),
  },
  {
    name: 'migrate',
    help: 'cli.help.migrate',
    positionals: [],
    load: () =>
      Promise.resolve({
        needs: 'entry',
        options: {},
        run: async (context, config) => (await import('./migrate-only.ts')).migrateOnly(context, config),
      }),
  },
  {
    name: 'witness',
    help: 'cli.help.witness',
    positionals: [],
    load: () =>
      Promise.resolve({
        needs: 'entry',
        options: {
          name: { type: 'string', help: 'witness.option.name' },
          log: { type: 'string', multiple: true, help: 'witness.option.log' },
          port: { type: 'string', help: 'cli.option.port' },
        },
        run: async (context, config, input) => (await import('./witness.ts')).witness(context, config, input),
      }),
  },
];
