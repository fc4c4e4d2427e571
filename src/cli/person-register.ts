import { registerPerson } from '../app/parties/register-person.ts';
import { ROLES, type Role } from '../core/access/actor.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import { parseMailAddress } from '../formats/answers/parse-mail-address.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand, type CommandContext, type CommandInput } from './command.ts';
import { badValue, listOption, neededText } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

function rolesOf(context: CommandContext, input: CommandInput): readonly [Role, ...Role[]] {
  const roles = listOption(input, 'role').map(
    (value) =>
      ROLES.find((role) => role === value) ??
      badValue(context, { option: '--role', value }, 'cli.wanted.one-of', { values: ROLES }),
  );
  const [first, ...rest] = roles;
  return first === undefined
    ? badValue(context, { option: '--role', value: '' }, 'cli.wanted.one-of', { values: ROLES })
    : [first, ...rest];
}

/** `shirushi person register`: sets a person up in an organisation with roles. */
export const personRegister: ActCommand = {
  needs: 'acts',
  options: {
    name: { type: 'string', help: 'cli.option.name' },
    mail: { type: 'string', help: 'cli.option.mail' },
    organisation: { type: 'string', help: 'cli.option.organisation' },
    role: { type: 'string', multiple: true, help: 'cli.option.role' },
  },
  run: async (context, input) => {
    const organisation = neededText(context, input, 'organisation');
    const id = parseId<OrganisationId>(organisation);
    if (!id.ok) badValue(context, { option: '--organisation', value: organisation }, 'cli.wanted.id');
    const typedMail = neededText(context, input, 'mail');
    const mail = parseMailAddress(typedMail);
    if (!mail.ok) badValue(context, { option: '--mail', value: typedMail }, 'cli.wanted.mail');
    const registered = await registerPerson(context.deps, COMMAND_LINE, {
      name: neededText(context, input, 'name'),
      mail: mail.value,
      organisation: id.value,
      roles: rolesOf(context, input),
    });
    if (!registered.ok) return printRefusal(context, registered.error);
    printResult(context, { id: registered.value }, [say(context, 'cli.registered', { id: registered.value })]);
    return EXIT.done;
  },
};
