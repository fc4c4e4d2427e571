import type { Actor } from '../../core/access/actor.ts';
import { havingOpened } from '../../core/access/held-mandates.ts';
import { EMPTY_APPLICATION, type Application } from '../../core/case/application.ts';
import type { Receipt } from '../../core/case/receipt.ts';
import type { CaseId, OrganisationId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { editCaseIn, type StoredEvidence } from './edit-case.ts';
import { findBegunCase } from './find-begun-case.ts';
import { openCaseIn, type OpenedCase } from './open-case.ts';
import { examineFiles, submitCaseIn } from './submit-case.ts';

/** An application read from a workbook or JSON file, with its evidence already in the file store. */
type ImportedApplication = {
  readonly vendor: OrganisationId;
  readonly level: string;
  readonly application: Application;
  readonly evidence: readonly StoredEvidence[];
  /** The id the case is to have, drawn when a form was made, so that sent twice it is begun once; drawn anew without one. */
  readonly id?: CaseId | undefined;
  /** Whether to submit at once; with a gap nothing is imported at all. */
  readonly submit: boolean;
};

/** What an import led to: a draft, or a submission with its receipt. */
export type ImportOutcome = OpenedCase & { readonly receipt: Receipt | undefined };

/** Opens a case from a file as one act: either all of it is there afterwards, submitted if wished, or nothing is. */
export async function importApplication(
  deps: Deps,
  actor: Actor,
  input: ImportedApplication,
): Promise<Result<ImportOutcome, CaseRefusal>> {
  const examined = await examineFiles(deps, input.submit ? input.evidence.map((file) => file.sha256) : []);
  const imported = await transact(deps.db, async (tx): Promise<Result<ImportOutcome, CaseRefusal>> => {
    const opened = await openCaseIn(deps, tx, actor, { ...input, application: EMPTY_APPLICATION });
    if (!opened.ok) return opened;
    const { id } = opened.value;
    const edit = { id, version: 1, application: input.application, attach: input.evidence };
    const opener = havingOpened(actor, input.vendor, id);
    const edited = await editCaseIn(deps, tx, opener, edit);
    if (!edited.ok) return edited;
    if (!input.submit) return ok({ ...opened.value, receipt: undefined });
    const submitted = await submitCaseIn(deps, tx, opener, { id, version: edited.value.version, examined });
    return submitted.ok ? ok({ ...opened.value, receipt: submitted.value }) : submitted;
  });
  if (imported.ok || imported.error.code !== 'already_begun' || input.id === undefined) return imported;
  const begun = await findBegunCase(deps, actor, input.id);
  return begun.ok ? ok({ ...begun.value, receipt: undefined }) : begun;
}
