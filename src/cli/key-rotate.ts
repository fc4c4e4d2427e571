import { rotateKey } from '../app/credential/rotate-key.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi key rotate`: credentials are signed with a new key from now on; what was signed before stays verifiable. */
export const keyRotate: ActCommand = {
  needs: 'acts',
  options: {},
  run: async (context) => {
    const rotated = await rotateKey(context.deps, COMMAND_LINE);
    if (!rotated.ok) return printRefusal(context, rotated.error);
    const { key, before } = rotated.value;
    printResult(context, { key, before: before ?? null }, [
      say(context, 'key.rotated', { key }),
      ...(before === undefined ? [] : [say(context, 'key.retired', { key: before })]),
    ]);
    return EXIT.done;
  },
};
