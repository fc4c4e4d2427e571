import { EXIT, type ActContext, type Command, type CommandContext, type CommandInput } from '../cli/command.ts';
import { runCommand } from '../cli/run-command.ts';
import { say } from '../cli/say.ts';
import { ok } from '../core/kernel/result.ts';
import type { Config } from './config.ts';
import { sendCommand } from './control-socket.ts';
import { builtFolder } from './demonstration-folder.ts';
import { reportBug } from './report-bug.ts';
import { printDeath, printStartRefusal } from './start-refusal-lines.ts';

/** Runs an act here, or in the process that already holds the embedded database. */
export async function runAct(
  context: CommandContext,
  config: Config,
  given: { readonly command: Command; readonly input: CommandInput; readonly args: readonly string[] },
): Promise<number> {
  const { language, directory } = context;
  if (config.databaseUrl === undefined) {
    const print = { out: context.print, error: context.printError };
    const exit = await sendCommand(config.dataDirectory, { args: given.args, directory, language }, print);
    if (typeof exit === 'number') return exit;
    if (exit === 'lost') {
      context.printError(say(context, 'cli.server-lost'));
      return EXIT.bug;
    }
  }
  const folder = config.isDemonstration ? builtFolder(config.dataDirectory) : ok(true);
  if (!folder.ok) return printStartRefusal(context, config, folder.error);
  const { compose } = await import('./compose.ts');
  const composed = await compose(config, language);
  if (!composed.ok) return printStartRefusal(context, config, composed.error);
  const { deps } = composed.value;
  deps.db.onFatal((failure) => {
    printDeath(context, failure);
    process.exit(EXIT.refused);
  });
  try {
    const { isDemonstration } = config;
    const tools: ActContext['exportTools'] = async (live) =>
      (await import('./export-tools.ts')).exportTools(deps, { isDemonstration, live });
    return await runCommand(context, given, { deps, exportTools: tools, report: reportBug });
  } finally {
    await composed.value.close();
  }
}
