import { retireLogKey } from '../app/log/rotate-log-key.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi log retire-key`: the old key of the public log signs no more. */
export const logRetireKey: ActCommand = {
  needs: 'acts',
  options: {},
  run: async (context) => {
    const turned = await retireLogKey(context.deps, COMMAND_LINE);
    if (!turned.ok) return printRefusal(context, turned.error);
    printResult(context, turned.value, [say(context, 'log-key.retired', turned.value)]);
    return EXIT.done;
  },
};
