import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import { actsForOperator } from '../../core/access/permissions.ts';
import { isForStaff } from '../../core/case/staff-acts.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { refused, ok, type Result } from '../../core/kernel/result.ts';
import { findCase } from '../../db/cases.ts';
import { listEvents, type EventRow } from '../../db/event-history.ts';
import type { Deps } from '../ports.ts';

/** One thing that was done to a case. */
export type CaseEvent = EventRow;

/**
 * Everything that was done to a case, oldest first: who, for whom, what, when and why. An applicant is not shown what the
 * operator's staff do among themselves.
 */
export async function readCaseHistory(
  deps: Deps,
  actor: Actor,
  id: CaseId,
): Promise<Result<readonly CaseEvent[], AccessRefusal>> {
  const row = await findCase(deps.db.kysely, id);
  const allowed = authorize(actor, 'case.read-history', caseSubject(row));
  if (!allowed.ok) return allowed;
  if (row === undefined) return refused({ code: 'no_such_subject' });
  const events = await listEvents(deps.db.kysely, { kind: 'case', id });
  return ok(actsForOperator(allowed.value) ? events : events.filter(({ act }) => !isForStaff(act)));
}
