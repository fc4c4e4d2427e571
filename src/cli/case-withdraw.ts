import { withdrawProposal } from '../app/case/withdraw-proposal.ts';
import { caseCommand } from './case-command.ts';
import { textOption } from './read-option.ts';
import { say } from './say.ts';

/** `shirushi case withdraw NUMBER [--reason …]`: takes a proposal back, or sends it back. */
export const caseWithdraw = caseCommand({
  options: { reason: { type: 'string', help: 'cli.option.reason' } },
  act: (context, id, input) =>
    withdrawProposal(context.deps, context.actor, { id, reason: textOption(input, 'reason') }),
  lines: (context, state, number) => [
    say(context, 'cli.case.moved', { number, state: say(context, `case.state.${state}`) }),
  ],
});
