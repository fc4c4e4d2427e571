import { resolve } from 'node:path';
import { exportToFolder } from '../app/static-export/export-to-folder.ts';
import { EXIT, type ActCommand } from './command.ts';
import { fileTrouble, fileTroubleCode } from './file-trouble.ts';
import { liveOption } from './live-option.ts';
import { neededText } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi export --static DIR`: the whole public side as files; what has not changed since the last time stays. */
export const exportStatic: ActCommand = {
  needs: 'acts',
  options: {
    static: { type: 'string', help: 'copied.option.static' },
    live: { type: 'string', help: 'copied.option.live' },
    whole: { type: 'boolean', help: 'copied.option.whole' },
  },
  run: async (context, input) => {
    const folder = resolve(context.directory, neededText(context, input, 'static'));
    const live = liveOption(context, input);
    if (context.exportTools === undefined) throw new Error('a command was run without what it exports with');
    const tools = await context.exportTools(live);
    const given = { folder, isWhole: input.values['whole'] === true };
    try {
      const done = await exportToFolder(context.deps, tools, given, new AbortController().signal);
      if (!done.ok) return printRefusal(context, done.error);
      const counts = done.value;
      const { written, removed, same } = counts;
      const key = written + removed + same === 0 ? 'copied.nothing' : 'copied.done';
      printResult(context, { folder, ...counts }, [say(context, key, { folder, ...counts })]);
      return EXIT.done;
    } catch (error) {
      if (fileTroubleCode(error) === undefined) throw error;
      context.printError(say(context, 'copied.not-written', { folder, reason: fileTrouble(context, error) }));
      return EXIT.refused;
    }
  },
};
