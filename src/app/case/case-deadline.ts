import { dueOn } from '../../core/scheme/deadline.ts';
import type { ClockId, Scheme } from '../../core/scheme/scheme.ts';
import type { Deps } from '../ports.ts';

/** The last day of one of the scheme's clocks started on a day. Throws where the scheme lacks it: its check refuses that. */
export function deadline(
  deps: Pick<Deps, 'workingDays'>,
  scheme: Pick<Scheme, 'id' | 'clocks'>,
  clock: ClockId,
  startedOn: Temporal.PlainDate,
): Temporal.PlainDate {
  const rule = scheme.clocks.find((candidate) => candidate.id === clock);
  if (rule === undefined) throw new Error(`scheme ${scheme.id} has no clock ${clock}`);
  return dueOn(rule, startedOn, (day) => deps.workingDays.isWorkingDay(day));
}
