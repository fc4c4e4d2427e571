import { recordPayment } from '../app/case/record-payment.ts';
import { caseCommand } from './case-command.ts';
import { dayOption } from './read-option.ts';
import { say } from './say.ts';

/** `shirushi case pay NUMBER [--on DAY]`: records that the fee arrived. */
export const casePay = caseCommand({
  options: { on: { type: 'string', help: 'cli.option.on' } },
  act: (context, id, input) =>
    recordPayment(context.deps, context.actor, { id, paidOn: dayOption(context, input, 'on') }),
  lines: (context, state, number) => [
    say(context, 'cli.case.moved', { number, state: say(context, `case.state.${state}`) }),
  ],
});
