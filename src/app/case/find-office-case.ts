import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import type { Application } from '../../core/case/application.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { offeredActs, type OfferedAct } from '../../core/case/offered-acts.ts';
import type { CaseId, Sha256 } from '../../core/kernel/ids.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { daysLeftFrom, type DaysLeft } from '../../core/scheme/days-left.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import type { CriteriaSet } from '../../core/scheme/scheme.ts';
import { findCase as findCaseRow, type CaseFileRow } from '../../db/cases.ts';
import { listCaseNotes, type CaseNote } from '../../db/case-notes.ts';
import { listFormatCheckers, listReturnedItems, type ReturnedItemRow } from '../../db/format-checks.ts';
import { listCheckedItems, type CheckedItemRow } from '../../db/format-check-drafts.ts';
import { listLabelOfficers, type Officer } from '../../db/officers.ts';
import {
  findLastSubmission,
  listSubmissionFiles,
  listSubmissions,
  type ListedSubmission,
} from '../../db/submissions.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { Deps } from '../ports.ts';
import { showCase, type ShownCase } from './find-case.ts';
import { criteriaSetOf, personOf } from './locked-case.ts';
import { toProposal } from './propose-decision.ts';

/** What was submitted last, which is all an officer judges: what the applicant is still changing is not filed. */
export type FiledContent = {
  readonly sequence: number;
  readonly receivedAt: Temporal.Instant;
  readonly application: Application;
  readonly files: readonly CaseFileRow[];
  readonly set: CriteriaSet;
  readonly seal: Sha256;
};

/** A case as the operator's staff see it. */
export type OfficeCase = {
  readonly shown: ShownCase;
  readonly filed: FiledContent;
  readonly submissions: readonly ListedSubmission[];
  /** What the latest format check returned: of this submission when it is returned, of the one before otherwise. */
  readonly remarks: readonly ReturnedItemRow[];
  /** What is noted about the items of the latest submission so far. */
  readonly checked: readonly CheckedItemRow[];
  readonly acts: readonly OfferedAct[];
  readonly notes: readonly CaseNote[];
  readonly officers: readonly Officer[];
  readonly left: DaysLeft | undefined;
  readonly today: Temporal.PlainDate;
};

async function filedContent(deps: Deps, shown: ShownCase): Promise<FiledContent | undefined> {
  const { row, version } = shown;
  const last = await findLastSubmission(deps.db.kysely, row.id);
  if (last === undefined) return undefined;
  const application = fromStoredApplication(last.application);
  const today = legalDay(deps.clock.now(), version.scheme.zone);
  const set = criteriaSetOf({ row, scheme: version.scheme, application, today });
  if (set === undefined) throw new Error(`case ${row.id} was filed under a criteria set its scheme version lacks`);
  return {
    sequence: last.sequence,
    receivedAt: last.received_at,
    application,
    files: await listSubmissionFiles(deps.db.kysely, row.id, last.sequence),
    set,
    seal: last.seal,
  };
}

async function actsOffered(
  deps: Deps,
  actor: Actor,
  held: {
    readonly shown: ShownCase;
    readonly seal: Sha256;
    readonly today: Temporal.PlainDate;
    readonly checked: readonly CheckedItemRow[];
  },
): Promise<readonly OfferedAct[]> {
  const { row, version, decision } = held.shown;
  const { person, roles } = personOf(actor);
  const facts = {
    ...NO_FACTS,
    chain: levelOf(version.scheme, row.level).chain,
    isOverdue: row.due_on !== null && isBefore(row.due_on, held.today),
    proposal: toProposal(decision),
    confirmer: person,
    formatCheckers: await listFormatCheckers(deps.db.kysely, row.id),
    currentSeal: held.seal,
    itemsReturned: held.checked.filter(({ remark }) => remark !== '').length,
  };
  return offeredActs(row.state, { facts, roles });
}

/**
 * Shows a case that was filed to the operator's staff: what was submitted, what can be done with it now and why not, and
 * what staff wrote to each other. A draft is answered like a case that does not exist.
 */
export async function findOfficeCase(
  deps: Deps,
  actor: Actor,
  id: CaseId | undefined,
): Promise<Result<OfficeCase, AccessRefusal>> {
  const db = deps.db.kysely;
  const row = id === undefined ? undefined : await findCaseRow(db, id);
  const allowed = authorize(actor, 'case.read-at-office', caseSubject(row));
  if (!allowed.ok) return allowed;
  if (row === undefined) return refused({ code: 'no_such_subject' });
  const shown = await showCase(deps, row);
  const filed = await filedContent(deps, shown);
  if (filed === undefined) return refused({ code: 'no_such_subject' });
  const today = legalDay(deps.clock.now(), shown.version.scheme.zone);
  const isWorkingDay = (day: Temporal.PlainDate): boolean => deps.workingDays.isWorkingDay(day);
  const checked = await listCheckedItems(db, { id: row.id, sequence: filed.sequence });
  return ok({
    shown,
    filed,
    submissions: await listSubmissions(db, row.id),
    remarks: await listReturnedItems(db, row.id),
    checked,
    acts: await actsOffered(deps, actor, { shown, seal: filed.seal, today, checked }),
    notes: await listCaseNotes(db, row.id),
    officers: await listLabelOfficers(db),
    left: row.due_on === null ? undefined : daysLeftFrom(today, isWorkingDay)(row.due_on),
    today,
  });
}
