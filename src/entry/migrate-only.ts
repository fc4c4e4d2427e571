import { EXIT, type CommandContext } from '../cli/command.ts';
import { printResult, say } from '../cli/say.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { startRefusalLines } from './start-refusal-lines.ts';

/** `shirushi migrate`: brings the database up to date and does nothing else. */
export async function migrateOnly(context: CommandContext, config: Config): Promise<number> {
  const composed = await compose(config, context.language);
  if (!composed.ok) {
    const lines = startRefusalLines(context.language, composed.error, config.schemeDirectory);
    lines.forEach((line) => context.printError(line));
    return EXIT.refused;
  }
  const { applied, close } = composed.value;
  await close();
  printResult(context, { applied }, [say(context, 'cli.migrated', { count: applied })]);
  return EXIT.done;
}
