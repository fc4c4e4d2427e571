import { acceptCase } from '../app/case/accept-case.ts';
import { caseCommand } from './case-command.ts';
import { say, shownMoney } from './say.ts';

/** `shirushi case accept NUMBER`: gives the acceptance number and the fee. */
export const caseAccept = caseCommand({
  act: (context, id) => acceptCase(context.deps, context.actor, { id }),
  lines: (context, { acceptanceNumber, fee, dueOn }) => [
    say(context, 'cli.case.accepted', {
      number: acceptanceNumber,
      amount: shownMoney(context, fee.amount, fee.currency),
      dueOn,
    }),
  ],
});
