import { discontinueCase } from '../app/case/discontinue-case.ts';
import { caseCommand } from './case-command.ts';
import { textOption } from './read-option.ts';
import { say } from './say.ts';

/** `shirushi case discontinue NUMBER --reason …`: ends a case before its decision. */
export const caseDiscontinue = caseCommand({
  options: { reason: { type: 'string', help: 'cli.option.reason' } },
  act: (context, id, input) =>
    discontinueCase(context.deps, context.actor, { id, reason: textOption(input, 'reason') ?? '' }),
  lines: (context, state, number) => [
    say(context, 'cli.case.moved', { number, state: say(context, `case.state.${state}`) }),
  ],
});
