import { requestProvisionalNumber } from '../app/case/request-provisional-number.ts';
import { caseCommand } from './case-command.ts';
import { say } from './say.ts';

/** `shirushi case provisional NUMBER`: gives the provisional registration number. */
export const caseProvisional = caseCommand({
  act: (context, id) => requestProvisionalNumber(context.deps, context.actor, { id }),
  lines: (context, { provisionalNumber }) => [say(context, 'cli.case.provisional', { number: provisionalNumber })],
});
