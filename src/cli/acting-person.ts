import { findActor, findBelongings } from '../app/parties/find-actor.ts';
import type { Actor } from '../core/access/actor.ts';
import { parseId, type OrganisationId } from '../core/kernel/ids.ts';
import type { ActContext, CommandInput, CommandOption, PersonContext } from './command.ts';
import { badValue, textOption, UsageError } from './read-option.ts';
import { say } from './say.ts';

/** The options by which a command is told who acts, and for which of their organisations if they belong to several. */
export const AS_OPTION: Readonly<Record<'as' | 'at', CommandOption>> = {
  as: { type: 'string', help: 'cli.option.as' },
  at: { type: 'string', help: 'cli.option.at' },
};

/** The operator's machine itself: for acts that set the system up, before there is anybody to do them. */
export const COMMAND_LINE: Actor = { kind: 'system', job: 'command-line' };

function organisationOf(context: ActContext, input: CommandInput): OrganisationId | undefined {
  const value = textOption(input, 'at');
  if (value === undefined) return undefined;
  const id = parseId<OrganisationId>(value);
  return id.ok ? id.value : badValue(context, { option: '--at', value }, 'cli.wanted.id');
}

/** Why nobody can act: the person is unknown, or belongs to several organisations and none of them was named. */
async function refuse(context: ActContext, mail: string, organisation: OrganisationId | undefined): Promise<never> {
  const belongings = await findBelongings(context.deps, mail);
  if (belongings.length < 2 || organisation !== undefined) throw new UsageError(say(context, 'cli.nobody', { mail }));
  const choices = belongings.map(({ organisation: id, name }) => `  --at ${id}  ${name}`);
  throw new UsageError([say(context, 'cli.at-needed', { mail }), ...choices].join('\n'));
}

/** The person named by `--as`: whoever can reach the data directory may act for anybody, as they could change it anyway. */
export async function actingPerson(context: ActContext, input: CommandInput): Promise<PersonContext> {
  const mail = textOption(input, 'as');
  if (mail === undefined) throw new UsageError(say(context, 'cli.as-needed'));
  const organisation = organisationOf(context, input);
  const actor = await findActor(context.deps, mail, organisation);
  return actor === undefined ? refuse(context, mail, organisation) : { ...context, actor };
}
