import { rotateLogKey } from '../app/log/rotate-log-key.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi log rotate-key`: gives the public log a further key; both sign until the old one retires. */
export const logRotateKey: ActCommand = {
  needs: 'acts',
  options: {},
  run: async (context) => {
    const turned = await rotateLogKey(context.deps, COMMAND_LINE);
    if (!turned.ok) return printRefusal(context, turned.error);
    printResult(context, turned.value, [say(context, 'log-key.rotated', turned.value)]);
    return EXIT.done;
  },
};
