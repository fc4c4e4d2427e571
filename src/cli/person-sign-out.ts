import { endSessionsOfPerson } from '../app/access/end-sessions-of-person.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi person sign-out MAIL`: ends a person's sessions at once; they keep their roles. */
export const personSignOut: ActCommand = {
  needs: 'acts',
  options: { reason: { type: 'string', help: 'cli.option.reason' } },
  run: async (context, input) => {
    const mail = input.positionals[0] ?? '';
    const reason = textOption(input, 'reason') ?? '';
    const ended = await endSessionsOfPerson(context.deps, COMMAND_LINE, { mail, reason });
    if (!ended.ok) return printRefusal(context, ended.error);
    const sessions = ended.value;
    printResult(context, { sessions }, [say(context, 'cli.signed-out', { sessions })]);
    return EXIT.done;
  },
};
