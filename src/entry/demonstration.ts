import type { CommandContext } from '../cli/command.ts';
import { say } from '../cli/say.ts';
import type { Deps } from '../app/ports.ts';
import { buildDemonstration, isDemonstrationBuilt } from '../../testing/world/demonstration.ts';
import { summarizeDemonstration, type DemonstrationSummary } from '../../testing/world/summary.ts';
import type { Config } from './config.ts';
import { markBuilt } from './demonstration-folder.ts';
import { summaryLines } from './demonstration-text.ts';

/** One line that is written over, or plain lines now and then where nobody looks at a terminal. */
function progressPrinter(context: CommandContext): (done: number, total: number, what: string) => void {
  const isTerminal = process.stdout.isTTY;
  return (done, total, what) => {
    const line = say(context, 'start.demonstration.building', { done, total, what });
    if (isTerminal) process.stdout.write(`\r\u001b[2K${done < total ? line : ''}`);
    else if (done % 50 === 0 || done === total) context.print(line);
  };
}

async function build(context: CommandContext, deps: Deps, config: Config): Promise<DemonstrationSummary> {
  const print = progressPrinter(context);
  const begun = deps.clock.now();
  context.print(say(context, 'start.demonstration.begun'));
  const summary = await buildDemonstration(deps, {
    now: begun,
    onProgress: (done, total, what) => print(done, total, what[context.language]),
  });
  await markBuilt(config.dataDirectory);
  const seconds = deps.clock.now().since(begun).total('seconds');
  context.print(say(context, 'start.demonstration.ready', { seconds: Math.ceil(seconds) }));
  return summary;
}

/** Builds the demonstration world, or goes on with the one built before, and prints who is who and what to try. */
export async function openDemonstration(context: CommandContext, deps: Deps, config: Config): Promise<void> {
  const isBuilt = await isDemonstrationBuilt(deps);
  if (isBuilt) context.print(say(context, 'start.demonstration.kept', { directory: config.dataDirectory }));
  const summary = isBuilt ? await summarizeDemonstration(deps) : await build(context, deps, config);
  summaryLines(context, summary, config).forEach((line) => context.print(line));
}
