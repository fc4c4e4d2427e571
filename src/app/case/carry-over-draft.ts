import type { Actor } from '../../core/access/actor.ts';
import { partName, partOf } from '../../core/case/application-parts.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { withoutUnplaced } from '../../core/case/unplaced-parts.ts';
import { unreadWithout } from '../../core/case/unread-answers.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { saveCase } from '../../db/cases.ts';
import type { JsonObject } from '../../db/schema.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { applicationColumns } from './application-columns.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { levelIsThere, lockForAct, type LockedCase } from './locked-case.ts';
import { readFormChanges, type OutdatedDraft } from './read-form-changes.ts';

/** What the history keeps: what changed, and every answer that has no place any more as it stood. */
function detailOf({ application }: LockedCase, { before, after, changes, unplaced }: OutdatedDraft): JsonObject {
  const dropped = unplaced.map((part) => [partName(part), partOf(application, part) ?? null] as const);
  const versionOf = ({ set }: OutdatedDraft['after']): string => `${set.id} ${set.version}`;
  const facts = { before: versionOf(before), after: versionOf(after), changes, dropped: Object.fromEntries(dropped) };
  return JSON.parse(JSON.stringify(facts)) as JsonObject;
}

/**
 * Carries a draft over to the form of today: answers that still have a place stay, and the history keeps the others. A
 * draft whose form has not changed stays as it is. `version` is the one whose changes were seen.
 */
export function carryOverDraft(
  deps: Deps,
  actor: Actor,
  { id, version }: { readonly id: CaseId; readonly version: number },
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ readonly version: number }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.carry-over', id });
    if (!locked.ok) return locked;
    const { row, application, record } = locked.value;
    const open = step(CASE_LIFECYCLE, row.state, 'case.edit', NO_FACTS);
    if (!open.ok) return open;
    const level = levelIsThere(locked.value);
    if (!level.ok) return level;
    if (row.version !== version) return refused({ code: 'changed_meanwhile', version: row.version });
    const outdated = await readFormChanges(deps, tx, { row, application });
    if (outdated === undefined) return ok({ version });
    const { scheme, set, day } = outdated.after;
    const after = withoutUnplaced(application, { scheme, set, today: day });
    const saved = await saveCase(tx, id, {
      ...applicationColumns(after),
      unread_answers: JSON.stringify(unreadWithout(row.unread_answers, outdated.unplaced)),
      drafted_under: deps.scheme.sha256,
      drafted_on: day,
    });
    await record({ detail: detailOf(locked.value, outdated) });
    return ok({ version: saved });
  });
}
