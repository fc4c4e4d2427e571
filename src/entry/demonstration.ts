import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandContext } from '../cli/command.ts';
import { say } from '../cli/say.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Deps } from '../app/ports.ts';
import { lockDataDirectory, type DataDirectoryInUse } from '../db/data-lock.ts';
import { buildDemonstration, isDemonstrationBuilt } from '../../testing/world/demonstration.ts';
import { summarizeDemonstration, type DemonstrationSummary } from '../../testing/world/summary.ts';
import type { Config } from './config.ts';
import { summaryLines } from './demonstration-text.ts';

/** Marks a folder as a demonstration's, so that no other folder is ever emptied. */
const MARK = 'demonstration';

/** Why no demonstration can be made in a folder. */
export type DemonstrationRefusal =
  DataDirectoryInUse | { readonly code: 'not_a_demonstration'; readonly directory: string };

/**
 * Makes a folder ready for the demonstration: new or the demonstration's own. A world whose building was interrupted is
 * cleared away; any other folder with something in it is refused.
 */
export async function prepareFolder(directory: string): Promise<Result<true, DemonstrationRefusal>> {
  const entries = existsSync(directory) ? await readdir(directory) : [];
  if (entries.length > 0 && !entries.includes(MARK)) return refused({ code: 'not_a_demonstration', directory });
  if (entries.length > 0 && !entries.includes(`${MARK}.built`)) {
    const lock = lockDataDirectory(directory);
    if (!lock.ok) return lock;
    lock.value.release();
    await rm(directory, { recursive: true });
  }
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(join(directory, MARK), '');
  return ok(true);
}

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
  const summary = await buildDemonstration(deps, {
    now: begun,
    onProgress: (done, total, what) => print(done, total, what[context.language]),
  });
  await writeFile(join(config.dataDirectory, `${MARK}.built`), '');
  const seconds = deps.clock.now().since(begun).total('seconds');
  context.print(say(context, 'start.demonstration.ready', { seconds: Math.ceil(seconds) }));
  return summary;
}

/** Builds the demonstration world, or goes on with the one built before, and prints who is who and what to try. */
export async function openDemonstration(context: CommandContext, deps: Deps, config: Config): Promise<void> {
  const isBuilt = await isDemonstrationBuilt(deps);
  if (isBuilt) context.print(say(context, 'start.demonstration.kept', { directory: config.dataDirectory }));
  const summary = isBuilt ? await summarizeDemonstration(deps) : await build(context, deps, config);
  summaryLines(context, summary).forEach((line) => context.print(line));
}
