import { resolve } from 'node:path';
import { CopiedFiles, isStaticCopy } from '../adapters/copied-files.ts';
import { EXIT, type CommandContext, type CommandInput } from '../cli/command.ts';
import { liveOption } from '../cli/live-option.ts';
import { say } from '../cli/say.ts';
import { answerCopied } from '../web/copied/answer-copied.ts';
import type { Config } from './config.ts';
import { listenFault } from './listen-fault.ts';
import { listen } from './listen.ts';

/** `shirushi serve-copy DIR`: gives out a static copy, without database and keys, until asked to stop. */
export async function serveCopy(context: CommandContext, config: Config, input: CommandInput): Promise<number> {
  const folder = resolve(context.directory, input.positionals[0] ?? '');
  const live = liveOption(context, input);
  if (!isStaticCopy(folder)) {
    context.printError(say(context, 'copied.no-copy', { folder }));
    return EXIT.refused;
  }
  try {
    const server = await listen(config);
    const files = new CopiedFiles(folder);
    const report = (error: unknown): void => context.printError(String(error));
    server.answerWith(answerCopied({ find: (path) => files.find(path), baseUrl: config.baseUrl, live, report }));
    context.print(say(context, 'copied.serving', { folder, address: server.address }));
    await new Promise<void>((stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    });
    await server.close();
    return EXIT.done;
  } catch (error) {
    const fault = listenFault(context, config, error);
    if (fault === undefined) throw error;
    context.printError(fault);
    return EXIT.refused;
  }
}
