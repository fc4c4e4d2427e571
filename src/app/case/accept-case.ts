import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { countUnlooked } from '../../core/case/unlooked-items.ts';
import { feeFor, type Fee } from '../../core/fees/fee.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { insertFee } from '../../db/fees.ts';
import { listCheckedItems } from '../../db/format-check-drafts.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { deadline } from './case-deadline.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { criteriaSetOf, lockForAct, type LockedCase } from './locked-case.ts';
import { recordFormatCheck } from './record-format-check.ts';
import { takeNumber } from './take-number.ts';

/** What acceptance gives: the acceptance number (受理番号) and the fee that is now due. */
export type Acceptance = { readonly acceptanceNumber: string; readonly fee: Fee; readonly dueOn: Temporal.PlainDate };

/** The case to accept, and how many items the officer knows that nobody has ticked; not given by who ticks nowhere. */
type Accepting = { readonly id: CaseId; readonly knownUnlooked?: number };

/** Refuses when the items nobody has ticked are not those the officer knows of; all ticked is as good as known. */
async function unknownUnlooked(
  tx: Tx,
  locked: LockedCase,
  known: number | undefined,
): Promise<Result<undefined, CaseRefusal>> {
  const set = criteriaSetOf(locked);
  const submission = await findLastSubmission(tx, locked.row.id);
  if (known === undefined || set === undefined || submission === undefined) return ok(undefined);
  const rows = await listCheckedItems(tx, { id: locked.row.id, sequence: submission.sequence });
  const unlooked = countUnlooked(
    set,
    rows.map(({ item, is_ticked: isTicked }) => ({ item, isTicked })),
  );
  return unlooked.count > 0 && unlooked.count !== known
    ? refused({ code: 'items_unlooked', ...unlooked })
    : ok(undefined);
}

/**
 * Accepts a submitted case whose format check found nothing to return. The fee is the one of the day of first receipt
 * and is computed once (DOMAIN §5.8).
 */
export function acceptCase(deps: Deps, actor: Actor, input: Accepting): Promise<Result<Acceptance, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<Acceptance, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.accept', id: input.id });
    if (!locked.ok) return locked;
    const { row, application, scheme, level, today, record } = locked.value;
    const next = step(CASE_LIFECYCLE, row.state, 'case.accept', NO_FACTS);
    if (!next.ok) return next;
    const known = await unknownUnlooked(tx, locked.value, input.knownUnlooked);
    if (!known.ok) return known;
    const received = row.first_submitted_on ?? today;
    const recognition = application.answers['publication.recognition'];
    const fee = feeFor(scheme, { level: level.id, day: received, recognition });
    if (fee === undefined) return refused({ code: 'no_fee_rule', level: level.id });
    const taken = await takeNumber(tx, scheme, { kind: 'acceptance', stars: level.stars, today });
    if (!taken.ok) return taken;
    const acceptanceNumber = taken.value;
    const dueOn = deadline(deps, scheme, 'pay-fee', today);
    await Promise.all([
      recordFormatCheck(tx, locked.value, actor, { outcome: 'accepted' }),
      insertFee(tx, row.id, { fee, on: today, dueOn }),
      saveCase(tx, row.id, { state: next.value, acceptance_number: acceptanceNumber, due_on: dueOn }),
      record({ detail: { acceptanceNumber, fee: { ...fee }, dueOn: dueOn.toString() } }),
    ]);
    return ok({ acceptanceNumber, fee, dueOn });
  });
}
