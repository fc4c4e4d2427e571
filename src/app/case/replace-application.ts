import type { Actor } from '../../core/access/actor.ts';
import type { Application } from '../../core/case/application.ts';
import { evidenceNames } from '../../core/case/evidence-names.ts';
import type { Receipt } from '../../core/case/receipt.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listCaseFiles } from '../../db/cases.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { editCaseIn, type StoredEvidence } from './edit-case.ts';
import { examineFiles, submitCaseIn } from './submit-case.ts';

/** An application read from a file, for a case that is there already; `version` is the one the applicant saw. */
type ReplacedApplication = {
  readonly id: CaseId;
  readonly version: number;
  readonly application: Application;
  /** Files to attach, already in the file store; one of the same name is replaced. */
  readonly evidence: readonly StoredEvidence[];
  /** Whether to submit at once; with a gap nothing is changed at all. */
  readonly submit: boolean;
};

/**
 * Puts the answers of a file in place of those of a draft or returned case, as one act, and submits it if wished. Files
 * attached before stay as long as the answers name them.
 */
export async function replaceApplication(
  deps: Deps,
  actor: Actor,
  { id, version, application, evidence, submit }: ReplacedApplication,
): Promise<Result<{ readonly version: number; readonly receipt: Receipt | undefined }, CaseRefusal>> {
  const named = evidenceNames(application);
  const before = await listCaseFiles(deps.db.kysely, id);
  const detach = before.flatMap(({ name }) => (named.has(name) ? [] : [name]));
  const examined = await examineFiles(deps, submit ? [...before, ...evidence].map(({ sha256 }) => sha256) : []);
  return transact(deps.db, async (tx) => {
    const edited = await editCaseIn(deps, tx, actor, { id, version, application, attach: evidence, detach });
    if (!edited.ok || !submit) return edited.ok ? ok({ ...edited.value, receipt: undefined }) : edited;
    const submitted = await submitCaseIn(deps, tx, actor, { id, version: edited.value.version, examined });
    return submitted.ok ? ok({ ...edited.value, receipt: submitted.value }) : submitted;
  });
}
