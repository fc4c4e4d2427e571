import type { Actor } from '../../core/access/actor.ts';
import type { CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { listOverdueCases } from '../../db/cases.ts';
import type { Deps } from '../ports.ts';
import { deadline } from './case-deadline.ts';
import { discontinueCase } from './discontinue-case.ts';

/** A case that waits for its applicant in vain, and since when. */
export type OverdueCase = { readonly id: CaseId; readonly state: CaseState; readonly dueOn: Temporal.PlainDate };

/** Cases looked at in one run; more wait for the next. */
const MOST_AT_ONCE = 1000;

/**
 * Discontinues every case whose answer or fee is overdue for longer than the scheme in force lets pass (its clock
 * `discontinue-overdue`, from the deadline), one transaction each; safe to run again and beside itself. `reasonOf` words
 * the reason that stays with the case.
 */
export async function discontinueOverdueCases(
  deps: Deps,
  actor: Actor,
  reasonOf: (overdue: OverdueCase) => string,
): Promise<{ readonly discontinued: number }> {
  const { scheme } = deps.scheme;
  const today = legalDay(deps.clock.now(), scheme.zone);
  let discontinued = 0;
  for (const overdue of await listOverdueCases(deps.db.kysely, today, MOST_AT_ONCE)) {
    if (!isBefore(deadline(deps, scheme, 'discontinue-overdue', overdue.dueOn), today)) continue;
    // Refused when an answer or a payment came in between.
    const done = await discontinueCase(deps, actor, { id: overdue.id, reason: reasonOf(overdue) });
    if (done.ok) discontinued += 1;
  }
  return { discontinued };
}
