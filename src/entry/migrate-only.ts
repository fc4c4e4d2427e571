import { EXIT, type CommandContext } from '../cli/command.ts';
import { printResult, say } from '../cli/say.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { printStartRefusal } from './start-refusal-lines.ts';

/** `shirushi migrate`: brings the database up to date and does nothing else. */
export async function migrateOnly(context: CommandContext, config: Config): Promise<number> {
  const composed = await compose(config, context.language);
  if (!composed.ok) return printStartRefusal(context, config, composed.error);
  const { applied, close } = composed.value;
  await close();
  printResult(context, { applied }, [say(context, 'cli.migrated', { count: applied })]);
  return EXIT.done;
}
