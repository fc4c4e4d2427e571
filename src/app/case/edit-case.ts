import type { Actor } from '../../core/access/actor.ts';
import type { Application } from '../../core/case/application.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import { changedItems } from '../../core/case/form-items.ts';
import type { CaseId, Sha256 } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { deleteCaseFiles, listCaseFiles, saveCase, saveCaseFiles } from '../../db/cases.ts';
import { insertFiles } from '../../db/files.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { applicationColumns } from './application-columns.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { closedItemsChanged } from './closed-items.ts';
import { levelIsThere, lockForAct, personOf, type LockedCase } from './locked-case.ts';

/** A file already in the file store, with the name the answers use for it. */
export type StoredEvidence = {
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
};

/** What an edit makes of the answers and files of a locked case. */
type EditedContent = {
  readonly application: Application;
  readonly attach?: readonly StoredEvidence[] | undefined;
  readonly detach?: readonly string[] | undefined;
  /** What was typed and cannot be read, by the name of its part; without it nothing typed is waiting any more. */
  readonly unread?: Readonly<Record<string, string>> | undefined;
  /** The name of the file the answers come from, for the history. */
  readonly from?: string | undefined;
  /** The number of the application the answers and files are taken over from, for the history. */
  readonly carriedFrom?: string | undefined;
  /** The file that was taken off by itself, and the name of the one in its place, for the history. */
  readonly exchanged?: { readonly name: string; readonly by: string | null } | undefined;
};

/** A new state of a case's answers and files; `version` is the one that was read, so that nobody's work is overwritten. */
type CaseEdit = Omit<EditedContent, 'unread' | 'from' | 'exchanged'> & {
  readonly id: CaseId;
  readonly version: number;
};

/** Files without those that a later one of the same name replaces. */
function lastOfEachName(files: readonly StoredEvidence[]): readonly StoredEvidence[] {
  return [...new Map(files.map((file) => [file.name, file])).values()];
}

/** Saves what an edit makes of a locked case. */
export async function saveEdit(
  tx: Tx,
  actor: Actor,
  locked: LockedCase,
  input: EditedContent,
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  const { row, application: before, now, record } = locked;
  const level = levelIsThere(locked);
  if (!level.ok) return level;
  const filesBefore = new Map((await listCaseFiles(tx, row.id)).map((file) => [file.name, file.sha256]));
  const attach = lastOfEachName(input.attach ?? []);
  const detach = input.detach ?? [];
  const filesAfter = new Map(filesBefore);
  for (const name of detach) filesAfter.delete(name);
  for (const { name, sha256 } of attach) filesAfter.set(name, sha256);
  const after = { application: input.application, fileOf: (name: string) => filesAfter.get(name) };
  const closed = await closedItemsChanged(tx, locked, after);
  const next = step(CASE_LIFECYCLE, row.state, 'case.edit', { ...NO_FACTS, closedItemsChanged: closed.length });
  if (!next.ok) return closed.length > 0 ? refused({ code: 'closed_items_changed', items: closed }) : next;
  const items = changedItems({ application: before, fileOf: (name) => filesBefore.get(name) }, after);
  const [version] = await Promise.all([
    saveCase(tx, row.id, {
      ...applicationColumns(input.application),
      unread_answers: JSON.stringify(input.unread ?? {}),
    }),
    insertFiles(
      tx,
      attach.map((file) => ({ ...file, storedAt: now })),
    ),
    deleteCaseFiles(tx, row.id, detach),
    record({
      detail: {
        items,
        attached: attach.map(({ name, sha256 }) => ({ name, sha256 })),
        detached: input.detach,
        from: input.from,
        carriedFrom: input.carriedFrom,
        exchanged: input.exchanged,
      },
    }),
  ]);
  // afterwards: what is attached refers to stored files and may take the name of one that is taken off
  await saveCaseFiles(tx, row.id, { files: attach, by: personOf(actor).person, at: now });
  return ok({ version });
}

/** Saves answers and files within an open transaction. */
export async function editCaseIn(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { id, version, ...content }: CaseEdit,
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  const locked = await lockForAct(deps, tx, actor, { act: 'case.edit', id });
  if (!locked.ok) return locked;
  if (locked.value.row.version !== version) {
    return refused({ code: 'changed_meanwhile', version: locked.value.row.version });
  }
  return saveEdit(tx, actor, locked.value, content);
}

/** Saves answers and files of a draft, or of returned items (DOMAIN §5.7: only returned items are open again). */
export function editCase(
  deps: Deps,
  actor: Actor,
  input: CaseEdit,
): Promise<Result<{ readonly version: number }, CaseRefusal>> {
  return transact(deps.db, (tx) => editCaseIn(deps, tx, actor, input));
}
