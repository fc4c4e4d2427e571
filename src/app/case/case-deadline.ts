import { dueOn } from '../../core/scheme/deadline.ts';
import type { ClockId, Scheme } from '../../core/scheme/scheme.ts';
import type { Deps } from '../ports.ts';

/** The last day of one of the scheme's clocks started today, or nothing where the scheme sets no such clock. */
export function deadline(
  deps: Deps,
  scheme: Scheme,
  clock: ClockId,
  startedOn: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const rule = scheme.clocks.find((candidate) => candidate.id === clock);
  return rule === undefined ? null : dueOn(rule, startedOn, (day) => deps.workingDays.isWorkingDay(day));
}
