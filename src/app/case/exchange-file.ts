import type { Actor } from '../../core/access/actor.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { closedCriteria } from '../../core/case/closed-criteria.ts';
import { evidenceNames } from '../../core/case/evidence-names.ts';
import { withExchangedEvidence } from '../../core/case/exchange-evidence.ts';
import type { CaseId, Sha256 } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { refused, type Result } from '../../core/kernel/result.ts';
import { listCaseFiles, type CaseFileRow } from '../../db/cases.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { openItems } from './closed-items.ts';
import { saveEdit, type StoredEvidence } from './edit-case.ts';
import { lockForAct, type LockedCase } from './locked-case.ts';

/** A file of a case to take off; with `by` another comes in its place. */
type FileExchange = {
  readonly id: CaseId;
  readonly name: string;
  /** The content that was seen under the name. */
  readonly sha256: Sha256;
  /** The file in its place, already in the file store. */
  readonly by?: StoredEvidence | undefined;
};

function refusalOf(
  { row }: LockedCase,
  files: readonly CaseFileRow[],
  { name, sha256, by }: FileExchange,
): CaseRefusal | undefined {
  const open = step(CASE_LIFECYCLE, row.state, 'case.edit', NO_FACTS);
  if (!open.ok) return open.error;
  if (!files.some((file) => file.name === name && file.sha256 === sha256)) {
    return { code: 'changed_meanwhile', version: row.version };
  }
  const isTaken = by !== undefined && by.name !== name && files.some((file) => file.name === by.name);
  return isTaken ? { code: 'file_name_taken', name: by.name } : undefined;
}

async function exchangeIn(
  tx: Tx,
  actor: Actor,
  locked: LockedCase,
  { name, by }: FileExchange,
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  const isOpen = await openItems(tx, locked);
  const application = withExchangedEvidence(locked.application, {
    name,
    by: by?.name,
    isOpen: (criterion) => isOpen(`determination:${criterion}`),
  });
  const closed = closedCriteria(locked.application, application, name);
  if (closed.length > 0) return refused({ code: 'closed_items_changed', items: closed });
  const isKept = by?.name === name || evidenceNames(application).has(name);
  return saveEdit(tx, actor, locked, {
    application,
    attach: by === undefined ? [] : [by],
    detach: isKept ? [] : [name],
    unread: locked.row.unread_answers,
    exchanged: { name, by: by?.name ?? null },
  });
}

/**
 * Takes a file off a draft, or off the returned items of a case, or puts another in its place. What stays closed keeps it;
 * earlier receipts and the store keep it always. The history says who did it with which file.
 */
export function exchangeFile(
  deps: Deps,
  actor: Actor,
  exchange: FileExchange,
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<{ readonly version: number }, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.edit', id: exchange.id });
    if (!locked.ok) return locked;
    const files = await listCaseFiles(tx, exchange.id);
    const refusal = refusalOf(locked.value, files, exchange);
    return refusal === undefined ? exchangeIn(tx, actor, locked.value, exchange) : refused(refusal);
  });
}
