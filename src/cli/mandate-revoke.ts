import { revokeMandate } from '../app/parties/revoke-mandate.ts';
import { parseId, type MandateId } from '../core/kernel/ids.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi mandate revoke ID --as SIGNATORY`: ends a mandate at once. */
export const mandateRevoke: ActCommand = {
  needs: 'acts',
  options: { ...AS_OPTION, reason: { type: 'string', help: 'cli.option.reason' } },
  run: async (context, input) => {
    const { deps, actor } = await actingPerson(context, input);
    const id = parseId<MandateId>(input.positionals[0] ?? '');
    if (!id.ok) return printRefusal(context, { code: 'no_such_subject' });
    const revoked = await revokeMandate(deps, actor, { id: id.value, reason: textOption(input, 'reason') ?? '' });
    if (!revoked.ok) return printRefusal(context, revoked.error);
    printResult(context, { id: id.value }, [say(context, 'cli.mandate.revoked')]);
    return EXIT.done;
  },
};
