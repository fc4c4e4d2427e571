import { changedItems, type StatedContent } from '../../core/case/form-items.ts';
import type { CaseRow } from '../../db/cases.ts';
import { listReturnedItems } from '../../db/format-checks.ts';
import { findLastSubmission, listSubmissionFiles } from '../../db/submissions.ts';
import type { Tx } from '../../db/transact.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';

/** The items of a returned case that differ from its last submission although they were not returned. */
export async function closedItemsChanged(tx: Tx, row: CaseRow, now: StatedContent): Promise<readonly string[]> {
  if (row.state !== 'returned') return [];
  const last = await findLastSubmission(tx, row.id);
  if (last === undefined) return [];
  const files = new Map((await listSubmissionFiles(tx, row.id, last.sequence)).map((file) => [file.name, file.sha256]));
  const before = { application: fromStoredApplication(last.application), fileOf: (name: string) => files.get(name) };
  const open = new Set((await listReturnedItems(tx, row.id)).map((returned) => returned.item));
  return changedItems(before, now).filter((item) => !open.has(item));
}
