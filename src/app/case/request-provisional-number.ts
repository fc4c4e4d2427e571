import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct } from './locked-case.ts';
import { takeNumber } from './take-number.ts';

/**
 * Gives an accepted case its provisional registration number (仮登録番号), without which nothing may be advertised in
 * advance. Asking again gives the same number; it is void when the case ends without a grant.
 */
export function requestProvisionalNumber(
  deps: Deps,
  actor: Actor,
  input: { readonly id: CaseId },
): Promise<Result<{ readonly provisionalNumber: string }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ provisionalNumber: string }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.request-provisional', id: input.id });
    if (!locked.ok) return locked;
    const { row, scheme, level, today, record } = locked.value;
    const next = step(CASE_LIFECYCLE, row.state, 'case.request-provisional', NO_FACTS);
    if (!next.ok) return next;
    if (row.provisional_number !== null) return ok({ provisionalNumber: row.provisional_number });
    const taken = await takeNumber(tx, scheme, { kind: 'provisional', stars: level.stars, today });
    if (!taken.ok) return taken;
    const provisionalNumber = taken.value;
    await saveCase(tx, row.id, { provisional_number: provisionalNumber });
    await record({ detail: { provisionalNumber } });
    return ok({ provisionalNumber });
  });
}
