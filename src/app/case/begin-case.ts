import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject } from '../../core/access/authorize.ts';
import { havingOpened } from '../../core/access/held-mandates.ts';
import { EMPTY_APPLICATION } from '../../core/case/application.ts';
import { carriedOver, copiedToSeries } from '../../core/case/carried-over.ts';
import { knownAnswers } from '../../core/case/known-answers.ts';
import type { CaseId, OrganisationId } from '../../core/kernel/ids.ts';
import { refused, type Result } from '../../core/kernel/result.ts';
import { findCase, listCaseFiles } from '../../db/cases.ts';
import { findFile } from '../../db/files.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { editCaseIn, type StoredEvidence } from './edit-case.ts';
import { findBegunCase } from './find-begun-case.ts';
import { openCaseIn, type OpenedCase } from './open-case.ts';

/** A case to begin in a form; sent twice it is begun once, for its id was drawn when the form was made. */
type BegunCase = {
  readonly id: CaseId;
  readonly vendor: OrganisationId;
  readonly level: string;
  /** An earlier case of the vendor whose answers and files are taken over. */
  readonly from?: CaseId | undefined;
  /** Whether it is for another series of models, whose names and models are not those of the earlier case. */
  readonly isOtherSeries?: boolean | undefined;
};

async function filesOf(tx: Tx, id: CaseId): Promise<readonly StoredEvidence[]> {
  const files: StoredEvidence[] = [];
  for (const { name, sha256, size } of await listCaseFiles(tx, id)) {
    const { mediaType = 'application/octet-stream' } = (await findFile(tx, sha256)) ?? {};
    files.push({ name, sha256, size, mediaType });
  }
  return files;
}

/** Puts the answers and files of an earlier case into one just opened. */
async function takeOver(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { id, vendor, from, isOtherSeries = false }: BegunCase & { readonly from: CaseId },
): Promise<Result<unknown, CaseRefusal>> {
  const earlier = await findCase(tx, from);
  const allowed = authorize(actor, 'case.read', caseSubject(earlier));
  if (!allowed.ok) return allowed;
  if (earlier?.vendor !== vendor) return refused({ code: 'no_such_subject' });
  const copy = isOtherSeries ? copiedToSeries : carriedOver;
  const application = copy(fromStoredApplication(earlier.application));
  const attach = await filesOf(tx, from);
  const carriedFrom = earlier.application_number;
  return editCaseIn(deps, tx, actor, { id, version: 1, application, attach, carriedFrom });
}

/**
 * Begins an application: a draft with its number, holding what is known of the vendor, or the answers of an earlier one of
 * the same vendor.
 */
export async function beginCase(deps: Deps, actor: Actor, input: BegunCase): Promise<Result<OpenedCase, CaseRefusal>> {
  const begun = await transact(deps.db, async (tx): Promise<Result<OpenedCase, CaseRefusal>> => {
    const vendor = await findOrganisation(tx, input.vendor);
    const application = { ...EMPTY_APPLICATION, answers: knownAnswers(vendor ?? {}) };
    const opened = await openCaseIn(deps, tx, actor, { ...input, application });
    if (!opened.ok || input.from === undefined) return opened;
    const filled = await takeOver(deps, tx, havingOpened(actor, input.vendor, input.id), {
      ...input,
      from: input.from,
    });
    return filled.ok ? opened : filled;
  });
  return begun.ok || begun.error.code !== 'already_begun' ? begun : findBegunCase(deps, actor, input.id);
}
