import { declineCase } from '../app/case/decline-case.ts';
import { caseCommand } from './case-command.ts';
import { textOption } from './read-option.ts';
import { say } from './say.ts';

/** `shirushi case decline NUMBER --reason …`: the format check fails for good. */
export const caseDecline = caseCommand({
  options: { reason: { type: 'string', help: 'cli.option.reason' } },
  act: (context, id, input) =>
    declineCase(context.deps, context.actor, { id, reason: textOption(input, 'reason') ?? '' }),
  lines: (context, state, number) => [
    say(context, 'cli.case.moved', { number, state: say(context, `case.state.${state}`) }),
  ],
});
