import type { Actor } from '../../core/access/actor.ts';
import { TURNS } from '../../core/case/whose-turn.ts';
import type { CaseId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCaseAssigned } from '../../db/case-assignments.ts';
import { listLabelOfficers } from '../../db/officers.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct } from './locked-case.ts';

/** Whom a case is given to; null takes it off whoever had it. `from` is who had it when the officer looked. */
type Assignment = { readonly id: CaseId; readonly to: PersonId | null; readonly from: PersonId | null };

/** Gives a case to an officer, or to nobody; what somebody else did meanwhile is not overwritten unseen. */
export function assignCase(
  deps: Deps,
  actor: Actor,
  { id, to, from }: Assignment,
): Promise<Result<PersonId | null, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<PersonId | null, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.assign', id });
    if (!locked.ok) return locked;
    const { row, record } = locked.value;
    if (row.state === 'draft' || TURNS[row.state] === 'nobody') return refused({ code: 'not_in_queue' });
    if (row.assigned_to === to) return ok(to);
    if (row.assigned_to !== from) return refused({ code: 'assigned_meanwhile' });
    const officers = await listLabelOfficers(tx);
    const officer = officers.find((candidate) => candidate.id === to);
    if (to !== null && officer === undefined) return refused({ code: 'not_a_label_officer' });
    await saveCaseAssigned(tx, row.id, to);
    await record({ detail: { to: officer?.name ?? null } });
    return ok(to);
  });
}
