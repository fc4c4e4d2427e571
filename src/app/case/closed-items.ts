import { applicationGaps } from '../../core/case/application-gaps.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { changedItems, itemOfGap, type StatedContent } from '../../core/case/form-items.ts';
import { listReturnedItems } from '../../db/format-checks.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { findLastSubmission, listSubmissionFiles } from '../../db/submissions.ts';
import type { Tx } from '../../db/transact.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import { criteriaSetOf, type LockedCase } from './locked-case.ts';

/** The items in which what was complete when submitted is no longer so today: a day has passed, terms have changed. */
async function overtakenItems(
  tx: Tx,
  { row, scheme, today }: LockedCase,
  submitted: { readonly application: StatedContent['application']; readonly attached: ReadonlySet<string> },
): Promise<readonly string[]> {
  const { application, attached } = submitted;
  const set = criteriaSetOf({ row, scheme, application, today });
  const vendor = await findOrganisation(tx, row.vendor);
  if (set === undefined || vendor === undefined) return [];
  const gaps = applicationGaps({ application, scheme, set, vendor, attached, today });
  return gaps.map((gap) => itemOfGap(gap, application));
}

type LastSubmitted = {
  readonly application: StatedContent['application'];
  readonly files: ReadonlyMap<string, string>;
};

async function lastSubmitted(tx: Tx, { row }: LockedCase): Promise<LastSubmitted | undefined> {
  if (!isOpenToEdits(row.state) || row.first_submitted_on === null) return undefined;
  const last = await findLastSubmission(tx, row.id);
  if (last === undefined) return undefined;
  const files = new Map((await listSubmissionFiles(tx, row.id, last.sequence)).map((file) => [file.name, file.sha256]));
  return { application: fromStoredApplication(last.application), files };
}

async function openOf(tx: Tx, locked: LockedCase, last: LastSubmitted): Promise<ReadonlySet<string>> {
  const { application, files } = last;
  const returned = (await listReturnedItems(tx, locked.row.id)).map(({ item }) => item);
  const overtaken = await overtakenItems(tx, locked, { application, attached: new Set(files.keys()) });
  return new Set([...returned, ...overtaken]);
}

/** The items of a case that may be changed now; undefined for a draft, of which all may. */
export async function openItems(tx: Tx, locked: LockedCase): Promise<ReadonlySet<string> | undefined> {
  const last = await lastSubmitted(tx, locked);
  return last === undefined ? undefined : openOf(tx, locked, last);
}

/**
 * The items of a returned case that differ from its last submission although they were not returned (DOMAIN §5.7). What
 * time has overtaken meanwhile is open too: closed, it could never be mended and the case never submitted again.
 */
export async function closedItemsChanged(tx: Tx, locked: LockedCase, now: StatedContent): Promise<readonly string[]> {
  const last = await lastSubmitted(tx, locked);
  if (last === undefined) return [];
  const { application, files } = last;
  const open = await openOf(tx, locked, last);
  return changedItems({ application, fileOf: (name) => files.get(name) }, now).filter((item) => !open.has(item));
}
