import { randomUUID } from 'node:crypto';
import { unavailability } from '../app/unavailability.ts';
import type { Deps } from '../app/ports.ts';
import { EXIT, type ActContext, type Command, type CommandContext, type CommandInput } from './command.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';

/** Runs a command and answers with its exit code; a bug is reported with an incident number, its cause to `report`. */
export async function runCommand(
  context: CommandContext,
  { command, input }: { readonly command: Command; readonly input: CommandInput },
  {
    deps,
    exportTools,
    report,
  }: {
    readonly deps: Deps | undefined;
    readonly exportTools?: ActContext['exportTools'];
    readonly report: (incident: string, cause: unknown) => void;
  },
): Promise<number> {
  try {
    if (command.needs === 'files') return await command.run(context, input);
    if (deps === undefined) throw new Error('a command was run without what its acts need');
    return await command.run({ ...context, deps, exportTools }, input);
  } catch (error) {
    if (error instanceof UsageError) {
      context.printError(error.message);
      return error.exit;
    }
    const trouble = unavailability(error);
    if (trouble !== undefined) {
      context.printError(say(context, 'cli.unavailable', { reason: say(context, `unavailable.${trouble}`) }));
      return EXIT.refused;
    }
    const incident = randomUUID();
    report(incident, error);
    context.printError(say(context, 'cli.bug', { incident }));
    return EXIT.bug;
  }
}
