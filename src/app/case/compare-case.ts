import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { changedItems } from '../../core/case/form-items.ts';
import type { Application } from '../../core/case/application.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { CaseFileRow } from '../../db/cases.ts';
import { listEarlierCases, type EarlierCase } from '../../db/case-likenesses.ts';
import { findLastSubmission, findSubmission, listSubmissionFiles, type SubmissionRow } from '../../db/submissions.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { Deps } from '../ports.ts';
import type { OfficeCase } from './find-office-case.ts';

/** What a case is compared with: an earlier submission of its own, or the latest one of another case of its vendor. */
export type ComparedWith =
  { readonly kind: 'submission'; readonly sequence: number } | { readonly kind: 'case'; readonly number: string };

/** One side of a comparison. */
export type ComparedContent = { readonly application: Application; readonly files: readonly CaseFileRow[] };

/** Two submissions beside each other. */
export type CaseComparison = {
  readonly with: ComparedWith | undefined;
  readonly before: ComparedContent | undefined;
  /** The items in which they differ; a file exchanged under its name counts. */
  readonly changed: readonly string[];
  /** What it can be compared with besides. */
  readonly offered: readonly EarlierCase[];
};

/**
 * What is compared when nobody says: the submission before, else the vendor's latest case of the same type, else its
 * latest.
 */
function usual({ filed }: OfficeCase, [first]: readonly EarlierCase[]): ComparedWith | undefined {
  if (filed.sequence > 1) return { kind: 'submission', sequence: filed.sequence - 1 };
  return first === undefined ? undefined : { kind: 'case', number: first.application_number };
}

async function submissionOf(
  deps: Deps,
  found: OfficeCase,
  { wanted, offered }: { readonly wanted: ComparedWith; readonly offered: readonly EarlierCase[] },
): Promise<{ readonly id: CaseId; readonly row: SubmissionRow } | undefined> {
  const db = deps.db.kysely;
  const { id } = found.shown.row;
  if (wanted.kind === 'submission') {
    const row = wanted.sequence < found.filed.sequence ? await findSubmission(db, id, wanted.sequence) : undefined;
    return row === undefined ? undefined : { id, row };
  }
  const other = offered.find(({ application_number: number }) => number === wanted.number);
  const row = other === undefined ? undefined : await findLastSubmission(db, other.id);
  return other === undefined || row === undefined ? undefined : { id: other.id, row };
}

/**
 * Puts what was filed beside an earlier submission of the case, or beside another case of the same vendor, item by item.
 * Nothing is compared with other vendors' cases.
 */
export async function compareCase(
  deps: Deps,
  actor: Actor,
  { found, wanted }: { readonly found: OfficeCase; readonly wanted?: ComparedWith | undefined },
): Promise<Result<CaseComparison, AccessRefusal>> {
  const { shown, filed } = found;
  const { id, vendor } = shown.row;
  const allowed = authorize(actor, 'case.read-at-office', { owner: vendor });
  if (!allowed.ok) return allowed;
  const productType = filed.application.answers['product.type'] ?? '';
  const offered = await listEarlierCases(deps.db.kysely, { id, vendor, productType });
  const chosen = wanted ?? usual(found, offered);
  const other = chosen === undefined ? undefined : await submissionOf(deps, found, { wanted: chosen, offered });
  if (other === undefined) return ok({ with: undefined, before: undefined, changed: [], offered });
  const files = await listSubmissionFiles(deps.db.kysely, other.id, other.row.sequence);
  const before = { application: fromStoredApplication(other.row.application), files };
  const contents = ({ application, files: held }: ComparedContent) => {
    const hashes = new Map(held.map((file) => [file.name, file.sha256]));
    return { application, fileOf: (name: string) => hashes.get(name) };
  };
  return ok({ with: chosen, before, changed: changedItems(contents(before), contents(filed)), offered });
}
