import { revokeKey } from '../app/credential/revoke-key.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi key revoke KEY`: nothing this key signed is believed any more; its credentials are signed anew. */
export const keyRevoke: ActCommand = {
  needs: 'acts',
  options: { reason: { type: 'string', help: 'cli.option.reason' } },
  run: async (context, input) => {
    const key = input.positionals[0] ?? '';
    const revoked = await revokeKey(context.deps, COMMAND_LINE, { key, reason: textOption(input, 'reason') ?? '' });
    if (!revoked.ok) return printRefusal(context, revoked.error);
    printResult(context, { revoked: key }, [say(context, 'key.revoked', { key })]);
    return EXIT.done;
  },
};
