import { findActor } from '../app/parties/find-actor.ts';
import type { Actor } from '../core/access/actor.ts';
import type { ActContext, CommandInput, CommandOption, PersonContext } from './command.ts';
import { textOption, UsageError } from './read-option.ts';
import { say } from './say.ts';

/** The option by which a command is told who acts. */
export const AS_OPTION: Readonly<Record<'as', CommandOption>> = { as: { type: 'string', help: 'cli.option.as' } };

/** The operator's machine itself: for acts that set the system up, before there is anybody to do them. */
export const COMMAND_LINE: Actor = { kind: 'system', job: 'command-line' };

/** The person named by `--as`: whoever can reach the data directory may act for anybody, as they could change it anyway. */
export async function actingPerson(context: ActContext, input: CommandInput): Promise<PersonContext> {
  const mail = textOption(input, 'as');
  if (mail === undefined) throw new UsageError(say(context, 'cli.as-needed'));
  const actor = await findActor(context.deps, mail);
  if (actor === undefined) throw new UsageError(say(context, 'cli.nobody', { mail }));
  return { ...context, actor };
}
