import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import type { Application } from '../../core/case/application.ts';
import { applicationGaps, type GapCode } from '../../core/case/application-gaps.ts';
import { isOpenToEdits } from '../../core/case/case-lifecycle.ts';
import type { Gap } from '../../core/kernel/gap.ts';
import type { CaseId, Sha256 } from '../../core/kernel/ids.ts';
import { parseId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { parseNumber } from '../../core/scheme/number-format.ts';
import type { CriteriaSet } from '../../core/scheme/scheme.ts';
import type { FeesTable } from '../../db/case-tables.ts';
import {
  findCase as findCaseRow,
  findCaseByNumber,
  listCaseFiles,
  type CaseFileRow,
  type CaseRow,
} from '../../db/cases.ts';
import { findFee } from '../../db/fees.ts';
import { listReturnedItems, type ReturnedItemRow } from '../../db/format-checks.ts';
import { findDecision, type DecisionRow } from '../../db/label-decisions.ts';
import { findLabelOfCase, type LabelRow } from '../../db/labels.ts';
import { listScansOfCase, type FileScanRow } from '../../db/file-scans.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { readTogether } from '../../db/read-together.ts';
import { findLastSubmission } from '../../db/submissions.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import type { Deps } from '../ports.ts';
import { schemeVersionOf } from '../scheme/find-scheme-version.ts';
import type { SchemeVersion } from '../scheme/scheme-version.ts';
import { carriedFiles } from './carried-files.ts';
import { readFormChanges, type OutdatedDraft } from './read-form-changes.ts';
import { criteriaSetOf } from './locked-case.ts';

/** A case with everything a page or the command line shows of it. */
export type ShownCase = {
  readonly row: CaseRow;
  readonly application: Application;
  readonly version: SchemeVersion;
  readonly vendor: Organisation;
  readonly set: CriteriaSet | undefined;
  readonly files: readonly CaseFileRow[];
  /** What the malware scanner found in each of the files; those it has not looked into are left out. */
  readonly scans: ReadonlyMap<Sha256, FileScanRow>;
  /** Files taken over from an earlier application, with its number, by their names; only looked for while it is open. */
  readonly carried: ReadonlyMap<string, string>;
  /** Whether a scanner is at work, so that files without a scan are waiting for it. */
  readonly isScanned: boolean;
  /** What is still missing today; only looked for while the applicant can mend it. */
  readonly gaps: readonly Gap<GapCode>[];
  /** How the form of a draft has changed since it was begun; undefined where it has not. */
  readonly outdated: OutdatedDraft | undefined;
  readonly returned: readonly ReturnedItemRow[];
  readonly submissions: number;
  readonly fee: FeesTable | undefined;
  readonly decision: DecisionRow | undefined;
  readonly label: LabelRow | undefined;
};

/** The id of a case named as people name it: by its id, or by any of the numbers given to it, in any spelling. */
export async function resolveCase(deps: Deps, named: string): Promise<CaseId | undefined> {
  const id = parseId<CaseId>(named.trim().toLowerCase());
  if (id.ok) return id.value;
  const { numbers } = deps.scheme.scheme;
  for (const kind of ['application', 'acceptance', 'provisional'] as const) {
    const number = parseNumber(numbers[kind], named);
    const found = number.ok ? await findCaseByNumber(deps.db.kysely, number.value) : undefined;
    if (found !== undefined) return found;
  }
  return findCaseByNumber(deps.db.kysely, named.trim());
}

/** A case with everything shown of it, for an actor who is known to be allowed to see it. */
export async function showCase(deps: Deps, row: CaseRow): Promise<ShownCase> {
  const { id } = row;
  const isOpen = isOpenToEdits(row.state);
  const version =
    row.scheme_version === null ? deps.scheme : await schemeVersionOf(deps, deps.db.kysely, row.scheme_version);
  const { scheme } = version;
  const [vendor, files, scans, returned, last, fee, decision, label] = await readTogether(deps.db, (db) =>
    Promise.all([
      findOrganisation(db, row.vendor),
      listCaseFiles(db, id),
      listScansOfCase(db, id),
      isOpen ? listReturnedItems(db, id) : [],
      findLastSubmission(db, id),
      findFee(db, id),
      findDecision(db, id),
      findLabelOfCase(db, id),
    ]),
  );
  if (vendor === undefined) throw new Error(`case ${id} has no vendor`);
  const application = fromStoredApplication(row.application);
  const today = legalDay(deps.clock.now(), scheme.zone);
  const set = criteriaSetOf({ row, scheme, application, today });
  const attached = new Set(files.map((file) => file.name));
  const facts = { application, scheme, vendor, attached, today, unread: row.unread_answers };
  return {
    row,
    application,
    version,
    vendor,
    set,
    files,
    scans: new Map(scans.map((scan) => [scan.sha256, scan])),
    carried: isOpen ? await carriedFiles(deps.db.kysely, id, files) : new Map(),
    isScanned: deps.scanner !== undefined,
    gaps: isOpen && set !== undefined ? applicationGaps({ ...facts, set }) : [],
    outdated: await readFormChanges(deps, deps.db.kysely, { row, application }),
    returned,
    submissions: last?.sequence ?? 0,
    fee,
    decision,
    label,
  };
}

/** Shows a case to somebody who may read it; a missing case and a foreign one are refused alike. */
export async function findCase(deps: Deps, actor: Actor, id: CaseId): Promise<Result<ShownCase, AccessRefusal>> {
  const row = await findCaseRow(deps.db.kysely, id);
  const allowed = authorize(actor, 'case.read', caseSubject(row));
  if (!allowed.ok) return allowed;
  return row === undefined ? refused({ code: 'no_such_subject' }) : ok(await showCase(deps, row));
}
