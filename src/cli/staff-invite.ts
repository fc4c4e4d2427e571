import { invitePerson } from '../app/access/invite-person.ts';
import { parseMailAddress } from '../formats/answers/parse-mail-address.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { badValue } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say, shownMoment } from './say.ts';

/** `shirushi staff invite MAIL`: a link, for once, by which a registered person sets up their sign-in. */
export const staffInvite: ActCommand = {
  needs: 'acts',
  options: {},
  run: async (context, input) => {
    const value = input.positionals[0] ?? '';
    const mail = parseMailAddress(value);
    if (!mail.ok) badValue(context, { option: 'MAIL', value }, 'cli.wanted.mail');
    const invited = await invitePerson(context.deps, COMMAND_LINE, { mail: mail.value });
    if (!invited.ok) return printRefusal(context, invited.error);
    const { link, expiresAt } = invited.value;
    const until = shownMoment(context, expiresAt, context.deps.scheme.scheme.zone);
    printResult(context, { link, expiresAt: expiresAt.toString() }, [
      say(context, 'cli.invited', { mail: mail.value, until }),
      link,
    ]);
    return EXIT.done;
  },
};
