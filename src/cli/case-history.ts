import { readCaseHistory } from '../app/case/read-case-history.ts';
import type { ActId } from '../core/access/permissions.ts';
import { caseCommand } from './case-command.ts';
import { say, shownMoment } from './say.ts';

/** `shirushi case history NUMBER`: who did what, when and why. */
export const caseHistory = caseCommand({
  name: 'case history',
  help: 'cli.help.case-history',
  act: (context, id) => readCaseHistory(context.deps, context.actor, id),
  lines: (context, events) =>
    events.map((event) =>
      say(context, 'cli.case.event', {
        at: shownMoment(context, event.at, context.deps.scheme.scheme.zone),
        act: say(context, `act.${event.act as ActId}`),
        who:
          [event.person, event.organisation].filter((name) => name !== null).join(' / ') || say(context, 'role.system'),
        reason: event.reason ?? '',
      }),
    ),
});
