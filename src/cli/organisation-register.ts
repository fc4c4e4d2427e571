import { registerOrganisation } from '../app/parties/register-organisation.ts';
import { ORGANISATION_KINDS } from '../core/parties/organisation.ts';
import { asTyped } from '../core/kernel/fold.ts';
import { COMMAND_LINE } from './acting-person.ts';
import { EXIT, type ActCommand } from './command.ts';
import { choiceOption, corporateNumberOption, neededText, textOption } from './read-option.ts';
import { printRefusal } from './refusal-text.ts';
import { printResult, say } from './say.ts';

/** `shirushi organisation register`: sets a party up; done by whoever runs the system, recorded as the system's act. */
export const organisationRegister: ActCommand = {
  needs: 'acts',
  options: {
    kind: { type: 'string', help: 'cli.option.kind' },
    name: { type: 'string', help: 'cli.option.name' },
    'name-en': { type: 'string', help: 'cli.option.name-en' },
    'corporate-number': { type: 'string', help: 'cli.option.corporate-number' },
    address: { type: 'string', help: 'cli.option.address' },
    'address-en': { type: 'string', help: 'cli.option.address-en' },
  },
  run: async (context, input) => {
    const registered = await registerOrganisation(context.deps, COMMAND_LINE, {
      kind: choiceOption(context, input, { name: 'kind', values: ORGANISATION_KINDS, otherwise: 'vendor' }),
      name: asTyped(neededText(context, input, 'name')),
      nameEn: asTyped(textOption(input, 'name-en') ?? ''),
      corporateNumber: corporateNumberOption(context, input),
      address: asTyped(neededText(context, input, 'address')),
      addressEn: asTyped(textOption(input, 'address-en') ?? ''),
    });
    if (!registered.ok) return printRefusal(context, registered.error);
    printResult(context, { id: registered.value }, [say(context, 'cli.registered', { id: registered.value })]);
    return EXIT.done;
  },
};
