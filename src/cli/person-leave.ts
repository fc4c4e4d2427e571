import { leaveOrganisation } from '../app/parties/leave-organisation.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { badValue, textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi person leave MAIL`: takes a person's roles and ends their sessions at once. */
export const personLeave: ActCommand = {
  needs: 'acts',
  options: {
    organisation: { type: 'string', help: 'cli.option.organisation' },
    reason: { type: 'string', help: 'cli.option.reason' },
  },
  run: async (context, input) => {
    const value = textOption(input, 'organisation');
    const id = value === undefined ? undefined : parseId<OrganisationId>(value);
    if (id?.ok === false) badValue(context, { option: '--organisation', value: value ?? '' }, 'cli.wanted.id');
    const left = await leaveOrganisation(context.deps, COMMAND_LINE, {
      mail: input.positionals[0] ?? '',
      organisation: id?.ok === true ? id.value : undefined,
      reason: textOption(input, 'reason') ?? '',
    });
    if (!left.ok) return printRefusal(context, left.error);
    const { organisations, sessions } = left.value;
    printResult(context, left.value, [say(context, 'cli.left', { organisations: organisations.length, sessions })]);
    return EXIT.done;
  },
};
