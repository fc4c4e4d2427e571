import { resolve } from 'node:path';
import { exportToFolder } from '../app/static-export/export-to-folder.ts';
import { EXIT, type ActCommand, type CommandContext, type CommandInput } from './command.ts';
import { fileTrouble, fileTroubleCode } from './file-trouble.ts';
import { registerAddress } from './label-address.ts';
import { badValue, neededText, textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

function liveOption(context: CommandContext, input: CommandInput): string | undefined {
  const value = textOption(input, 'live');
  if (value === undefined) return undefined;
  return registerAddress(value) ?? badValue(context, { option: '--live', value }, 'copied.wanted.live');
}

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
