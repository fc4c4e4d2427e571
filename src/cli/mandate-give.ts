import { giveMandate } from '../app/parties/give-mandate.ts';
import type { StatedTerms } from '../app/parties/mandate-scope.ts';
import { foldIdentifier } from '../core/kernel/fold.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import { legalDay } from '../core/kernel/legal-day.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { EXIT, type ActCommand, type CommandInput } from './command.ts';
import { badValue, dayOption, listOption, neededText } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/**
 * What the mandate is limited to: the applications that are named, and new ones where they are; nothing named is no
 * limit.
 */
function limitsOf(input: CommandInput): Pick<StatedTerms, 'numbers' | 'allowsNew'> {
  const numbers = listOption(input, 'application').map(foldIdentifier);
  const allowsNew = input.values['new'] === true;
  return numbers.length > 0 || allowsNew ? { numbers, allowsNew } : {};
}

/** `shirushi mandate give --to ID --as SIGNATORY`: the vendor's consent that an agent acts for it. */
export const mandateGive: ActCommand = {
  needs: 'acts',
  options: {
    ...AS_OPTION,
    to: { type: 'string', help: 'cli.option.to' },
    from: { type: 'string', help: 'cli.option.from' },
    until: { type: 'string', help: 'cli.option.until-mandate' },
    application: { type: 'string', multiple: true, help: 'cli.option.application' },
    new: { type: 'boolean', help: 'cli.option.new-applications' },
  },
  run: async (context, input) => {
    const { deps, actor } = await actingPerson(context, input);
    const typed = neededText(context, input, 'to');
    const agent = parseId<OrganisationId>(typed);
    if (!agent.ok) badValue(context, { option: '--to', value: typed }, 'cli.wanted.id');
    const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
    const from = dayOption(context, input, 'from') ?? today;
    const until = dayOption(context, input, 'until');
    const terms = { from, until, ...limitsOf(input) };
    const given = await giveMandate(deps, actor, { ...terms, vendor: actor.organisation, agent: agent.value });
    if (!given.ok) return printRefusal(context, given.error);
    printResult(context, { id: given.value }, [say(context, 'cli.mandate.given', { id: given.value })]);
    return EXIT.done;
  },
};
