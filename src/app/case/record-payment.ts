import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE, type CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { findFee, saveFeePaid } from '../../db/fees.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { deadline } from './case-deadline.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct, personOf } from './locked-case.ts';

/** Records that the fee of an accepted case arrived on a day, not before it was charged; the case goes on. */
export function recordPayment(
  deps: Deps,
  actor: Actor,
  input: { readonly id: CaseId; readonly paidOn?: Temporal.PlainDate | undefined },
): Promise<Result<CaseState, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<CaseState, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.record-payment', id: input.id });
    if (!locked.ok) return locked;
    const { row, scheme, level, today, record } = locked.value;
    const paidOn = input.paidOn ?? today;
    if (isBefore(today, paidOn)) return refused({ code: 'day_in_future', day: paidOn });
    const next = step(CASE_LIFECYCLE, row.state, 'case.record-payment', { ...NO_FACTS, chain: level.chain });
    if (!next.ok) return next;
    const acceptedOn = (await findFee(tx, row.id))?.charged_on;
    if (acceptedOn !== undefined && isBefore(paidOn, acceptedOn))
      return refused({ code: 'day_before_acceptance', day: paidOn, acceptedOn });
    await Promise.all([
      saveFeePaid(tx, row.id, { on: paidOn, recordedBy: personOf(actor).person }),
      saveCase(tx, row.id, { state: next.value, due_on: deadline(deps, scheme, 'label-decision', today) }),
      record({ detail: { paidOn: paidOn.toString() } }),
    ]);
    return ok(next.value);
  });
}
