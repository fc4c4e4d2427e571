import { caseCommand } from './case-command.ts';
import { decideCase, decisionLines } from './decide-case.ts';
import { dayOption, textOption } from './read-option.ts';

/** `shirushi case grant NUMBER`: one officer proposes, another confirms with the same command. */
export const caseGrant = caseCommand({
  options: {
    until: { type: 'string', help: 'cli.option.until' },
    reason: { type: 'string', help: 'cli.option.reason' },
  },
  act: (context, id, input) =>
    decideCase(context, {
      id,
      outcome: 'grant',
      reason: textOption(input, 'reason'),
      validUntil: dayOption(context, input, 'until'),
    }),
  lines: decisionLines,
});
