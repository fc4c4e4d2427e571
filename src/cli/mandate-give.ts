import { giveMandate } from '../app/parties/give-mandate.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import { legalDay } from '../core/kernel/legal-day.ts';
import { actingPerson, AS_OPTION } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { badValue, dayOption, neededText } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi mandate give --to ID --as SIGNATORY`: the vendor's consent that an agent acts for it. */
export const mandateGive: ActCommand = {
  needs: 'acts',
  name: 'mandate give',
  help: 'cli.help.mandate-give',
  positionals: [],
  options: {
    ...AS_OPTION,
    to: { type: 'string', help: 'cli.option.to' },
    from: { type: 'string', help: 'cli.option.from' },
    until: { type: 'string', help: 'cli.option.until-mandate' },
  },
  run: async (context, input) => {
    const { deps, actor } = await actingPerson(context, input);
    const typed = neededText(context, input, 'to');
    const agent = parseId<OrganisationId>(typed);
    if (!agent.ok) badValue(context, { option: '--to', value: typed }, 'cli.wanted.id');
    const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
    const from = dayOption(context, input, 'from') ?? today;
    const until = dayOption(context, input, 'until');
    const given = await giveMandate(deps, actor, { vendor: actor.organisation, agent: agent.value, from, until });
    if (!given.ok) return printRefusal(context, given.error);
    printResult(context, { id: given.value }, [say(context, 'cli.mandate.given', { id: given.value })]);
    return EXIT.done;
  },
};
