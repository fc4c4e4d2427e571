import { readCaseHistory, type CaseEvent } from '../app/case/read-case-history.ts';
import type { ActId } from '../core/access/permissions.ts';
import { caseCommand } from './case-command.ts';
import type { PersonContext } from './command.ts';
import { say, shownMoment } from './say.ts';

/** What was done; of a proposal, its withdrawal and its confirmation also which outcome it was about. */
function actOf(context: PersonContext, event: CaseEvent): string {
  const act = say(context, `act.${event.act as ActId}`);
  const { outcome } = event.detail;
  if (outcome !== 'grant' && outcome !== 'refuse') return act;
  return say(context, 'cli.case.event-outcome', { act, outcome: say(context, `cli.case.outcome.${outcome}`) });
}

/** `shirushi case history NUMBER`: who did what, when and why. */
export const caseHistory = caseCommand({
  act: (context, id) => readCaseHistory(context.deps, context.actor, id),
  lines: (context, events) =>
    events.map((event) =>
      say(context, 'cli.case.event', {
        at: shownMoment(context, event.at, context.deps.scheme.scheme.zone),
        act: actOf(context, event),
        who:
          [event.person, event.organisation].filter((name) => name !== null).join(' / ') || say(context, 'role.system'),
        reason: event.reason ?? '',
      }),
    ),
});
