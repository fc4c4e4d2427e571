import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { formItems } from '../../core/case/form-items.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { deadline } from './case-deadline.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { criteriaSetOf, lockForAct } from './locked-case.ts';
import { recordFormatCheck } from './record-format-check.ts';

/** The items an officer returns, each with a remark the applicant reads. */
export type CaseReturn = {
  readonly id: CaseId;
  readonly items: readonly { readonly item: string; readonly remark: string }[];
};

/** Each item once, with all that was remarked about it. */
function oncePerItem(items: CaseReturn['items']): CaseReturn['items'] {
  const remarks = new Map<string, string>();
  for (const { item, remark } of items) {
    const before = remarks.get(item);
    remarks.set(item, before === undefined ? remark : `${before}\n${remark}`);
  }
  return [...remarks].map(([item, remark]) => ({ item, remark }));
}

/** Returns a submitted case for the items named; only these are open to the applicant again (DOMAIN §5.7). */
export function returnCase(
  deps: Deps,
  actor: Actor,
  input: CaseReturn,
): Promise<Result<{ readonly dueOn: Temporal.PlainDate }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ dueOn: Temporal.PlainDate }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.return', id: input.id });
    if (!locked.ok) return locked;
    const { row, scheme, today, record } = locked.value;
    const items = oncePerItem(input.items);
    const next = step(CASE_LIFECYCLE, row.state, 'case.return', {
      ...NO_FACTS,
      itemsReturned: items.length,
      itemsReturnedWithoutRemark: input.items.filter(({ remark }) => remark.trim() === '').length,
    });
    if (!next.ok) return next;
    const set = criteriaSetOf(locked.value);
    const known = set === undefined ? [] : formItems(set);
    const unknown = items.find(({ item }) => !known.includes(item));
    if (unknown !== undefined) return refused({ code: 'unknown_item', item: unknown.item });
    const sequence = await recordFormatCheck(tx, locked.value, actor, { outcome: 'returned', returned: items });
    const due = deadline(deps, scheme, 'answer-return', today);
    await saveCase(tx, row.id, { state: next.value, due_on: due });
    await record({ detail: { sequence, items: items.map(({ item, remark }) => ({ item, remark })) } });
    return ok({ dueOn: due });
  });
}
