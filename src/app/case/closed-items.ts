import { applicationGaps } from '../../core/case/application-gaps.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import { changedItems, itemOfGap, type StatedContent } from '../../core/case/form-items.ts';
import { isOpenItem } from '../../core/case/open-items.ts';
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

async function opennessOf(tx: Tx, locked: LockedCase, last: LastSubmitted): Promise<(item: string) => boolean> {
  const { application, files } = last;
  const openness = {
    state: locked.row.state,
    returned: new Set((await listReturnedItems(tx, locked.row.id)).map(({ item }) => item)),
    overtaken: new Set(await overtakenItems(tx, locked, { application, attached: new Set(files.keys()) })),
  };
  return (item) => isOpenItem(item, openness);
}

/** Tells which items of a draft or returned case may be changed now. */
export async function openItems(tx: Tx, locked: LockedCase): Promise<(item: string) => boolean> {
  const last = await lastSubmitted(tx, locked);
  return last === undefined ? () => true : opennessOf(tx, locked, last);
}

/** The items of a case that differ from its last submission although they are not open to its applicant (DOMAIN §5.7). */
export async function closedItemsChanged(tx: Tx, locked: LockedCase, now: StatedContent): Promise<readonly string[]> {
  const last = await lastSubmitted(tx, locked);
  if (last === undefined) return [];
  const { application, files } = last;
  const isOpen = await opennessOf(tx, locked, last);
  return changedItems({ application, fileOf: (name) => files.get(name) }, now).filter((item) => !isOpen(item));
}
