import type { Actor } from '../../core/access/actor.ts';
import { partName } from '../../core/case/application-parts.ts';
import type { Application } from '../../core/case/application.ts';
import { broughtParts, withBroughtParts, type BroughtPart } from '../../core/case/bring-parts.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { itemOfPart } from '../../core/case/form-items.ts';
import { markOf, type DraftMarks } from '../../core/case/part-marks.ts';
import { unreadWithout } from '../../core/case/unread-answers.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { openItems } from './closed-items.ts';
import { saveEdit } from './edit-case.ts';
import { lockForAct, type LockedCase } from './locked-case.ts';

/** An application worked on outside the browser, with what its file remembers of the draft it was made from. */
export type BroughtApplication = { readonly application: Application; readonly marks: DraftMarks | undefined };

/** What bringing an application into a draft or returned case would do to it. */
export type Continuation = {
  /** The version that was compared. */
  readonly version: number;
  /** Whether the file is known to be a copy of this very case, so that each side's changes can be told. */
  readonly isCopy: boolean;
  readonly parts: readonly BroughtPart[];
};

type Continued = { readonly id: CaseId; readonly brought: BroughtApplication };

async function compareIn(tx: Tx, locked: LockedCase, brought: BroughtApplication): Promise<Continuation> {
  const { row, application: draft } = locked;
  const { marks } = brought;
  const isOpen = await openItems(tx, locked);
  const isCopy = marks?.draft === row.application_number;
  const parts = broughtParts(
    { draft, copy: brought.application },
    {
      isAsCopied: (application, part) =>
        isCopy
          ? markOf(application, part, { ...marks, sha256: sha256Of }) === marks.marks.get(partName(part))
          : undefined,
      unread: new Set(Object.keys(row.unread_answers)),
      isOpen: (part) => isOpen(itemOfPart(part)),
    },
  );
  return { version: row.version, isCopy, parts };
}

async function lockToEdit(
  deps: Deps,
  tx: Tx,
  { actor, id }: { readonly actor: Actor; readonly id: CaseId },
): Promise<Result<LockedCase, CaseRefusal>> {
  const locked = await lockForAct(deps, tx, actor, { act: 'case.edit', id });
  if (!locked.ok) return locked;
  const open = step(CASE_LIFECYCLE, locked.value.row.state, 'case.edit', NO_FACTS);
  return open.ok ? locked : open;
}

/** Tells what would change if an application worked on elsewhere were brought into its case; changes nothing. */
export function compareBrought(
  deps: Deps,
  actor: Actor,
  { id, brought }: Continued,
): Promise<Result<Continuation, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<Continuation, CaseRefusal>> => {
    const locked = await lockToEdit(deps, tx, { actor, id });
    return locked.ok ? ok(await compareIn(tx, locked.value, brought)) : locked;
  });
}

/**
 * Brings an application worked on elsewhere into its draft or returned case: what only the file changed, and of what both
 * sides changed the parts whose names are in `taken`. Everything else stays as the browser has it, files and what waits to
 * be mended too. `version` is the one that was compared.
 */
export function continueCase(
  deps: Deps,
  actor: Actor,
  {
    id,
    brought,
    version,
    taken,
    from,
  }: Continued & { readonly version: number; readonly taken: ReadonlySet<string>; readonly from: string },
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ readonly version: number }, CaseRefusal>> => {
    const locked = await lockToEdit(deps, tx, { actor, id });
    if (!locked.ok) return locked;
    const { row, application } = locked.value;
    if (row.version !== version) return refused({ code: 'changed_meanwhile', version: row.version });
    const { parts } = await compareIn(tx, locked.value, brought);
    const chosen = parts.filter(({ name, fate }) => fate === 'taken' || (fate === 'asked' && taken.has(name)));
    if (chosen.length === 0) return ok({ version });
    const settled = chosen.map(({ part }) => part);
    const unread = unreadWithout(row.unread_answers, settled);
    return saveEdit(tx, actor, locked.value, { application: withBroughtParts(application, chosen), unread, from });
  });
}
