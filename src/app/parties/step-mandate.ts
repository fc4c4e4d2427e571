import type { Actor } from '../../core/access/actor.ts';
import { actsForOperator, type Grant } from '../../core/access/permissions.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import type { Result } from '../../core/kernel/result.ts';
import { mandateState, standingByPeriod, type MandateState } from '../../core/parties/mandate.ts';
import { stepMandate, type MandateAct, type MandateActRefusal } from '../../core/parties/mandate-lifecycle.ts';
import type { LockedMandate } from '../../db/mandates.ts';
import type { Deps } from '../ports.ts';

/** Who acts on a mandate, in which role, and what they say and were found about it. */
type Acting = {
  readonly actor: Actor;
  readonly role: Grant['role'];
  readonly reason: string | undefined;
  readonly filesNotCleared?: number | undefined;
};

/** How a locked mandate stands after an act of today, or why its lifecycle does not let it happen. */
export function stepLocked(
  { clock, scheme }: Pick<Deps, 'clock' | 'scheme'>,
  mandate: LockedMandate,
  act: MandateAct,
  { actor, role, reason, filesNotCleared = 0 }: Acting,
): Result<MandateState, MandateActRefusal> {
  const today = legalDay(clock.now(), scheme.scheme.zone);
  return stepMandate(mandateState(mandate, today), act, {
    byPeriod: standingByPeriod(mandate, today),
    byOperator: actsForOperator(role),
    reason,
    decider: actor.kind === 'person' ? actor.person : undefined,
    filedBy: mandate.givenBy,
    filesNotCleared,
  });
}
