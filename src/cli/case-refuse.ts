import { caseCommand } from './case-command.ts';
import { decideCase, decisionLines } from './decide-case.ts';
import { textOption } from './read-option.ts';

/** `shirushi case refuse NUMBER --reason …`: one officer proposes, another confirms with the same command. */
export const caseRefuse = caseCommand({
  options: { reason: { type: 'string', help: 'cli.option.reason' } },
  act: (context, id, input) => decideCase(context, { id, outcome: 'refuse', reason: textOption(input, 'reason') }),
  lines: decisionLines,
});
