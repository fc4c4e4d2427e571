import type { Actor } from '../../core/access/actor.ts';
import { authorize } from '../../core/access/authorize.ts';
import { statesToWorkOn } from '../../core/case/whose-turn.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { lockNextCase } from '../../db/case-queue.ts';
import { saveCaseAssigned } from '../../db/case-assignments.ts';
import { appendEvent } from '../../db/events.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { personOf } from './locked-case.ts';

/**
 * Takes the case an officer is to work on next: the one due first that is nobody's or theirs and that they can take a step
 * further. `except` is the case just looked at. Answers with undefined when there is nothing to do.
 */
export function takeNextCase(
  deps: Deps,
  actor: Actor,
  { except }: { readonly except?: CaseId | undefined } = {},
): Promise<Result<CaseId | undefined, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<CaseId | undefined, CaseRefusal>> => {
    const allowed = authorize(actor, 'case.assign', {});
    if (!allowed.ok) return allowed;
    const { person, roles } = personOf(actor);
    const next = await lockNextCase(tx, { states: statesToWorkOn(roles), officer: person, except });
    if (next === undefined || next.assigned_to === person) return ok(next?.id);
    await saveCaseAssigned(tx, next.id, person);
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'case.assign',
      actor: eventActor(actor, allowed.value, next.vendor),
      subject: { kind: 'case', id: next.id },
    });
    return ok(next.id);
  });
}
