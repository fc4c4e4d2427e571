import type { Actor } from '../../core/access/actor.ts';
import { applicationGaps } from '../../core/case/application-gaps.ts';
import { modelKeys } from '../../core/case/model-keys.ts';
import { NO_FACTS } from '../../core/case/case-facts.ts';
import { CASE_LIFECYCLE } from '../../core/case/case-lifecycle.ts';
import type { Receipt } from '../../core/case/receipt.ts';
import { countNotCleared } from '../../core/kernel/clearance.ts';
import type { CaseId, Sha256 } from '../../core/kernel/ids.ts';
import { step } from '../../core/kernel/lifecycle.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { canonicalJson } from '../../core/log/canonical-json.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { isOpen } from '../../core/scheme/scheme-calendar.ts';
import { saveCaseModels } from '../../db/case-models.ts';
import { listCaseFiles, saveCase, type CaseFileRow } from '../../db/cases.ts';
import { countUnclearedFiles, saveFileScans, type FileScanRow } from '../../db/file-scans.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { findLastSubmission, insertSubmission } from '../../db/submissions.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { scanAhead } from '../files/scan-files.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import { deadline } from './case-deadline.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { closedItemsChanged } from './closed-items.ts';
import { criteriaSetOf, levelIsThere, lockForAct, personOf, type LockedCase } from './locked-case.ts';

/** A case to submit; `version` is the one the applicant saw. */
type Submission = { readonly id: CaseId; readonly version: number };

/** What was found out about files before the transaction: which the store holds, and what scans of waiting ones found. */
type ExaminedFiles = { readonly held: ReadonlySet<Sha256>; readonly scans: readonly FileScanRow[] };

/**
 * Looks for files in the store, and into those that still wait for their scan; before the transaction, which awaits
 * nothing outside itself.
 */
export async function examineFiles(deps: Deps, hashes: readonly Sha256[]): Promise<ExaminedFiles> {
  const held = await Promise.all(hashes.map((sha256) => deps.files.has(sha256)));
  const { scans } = await scanAhead(deps, hashes);
  return { held: new Set(hashes.filter((_sha256, place) => held[place])), scans };
}

/** The hash of exactly what is submitted: the answers and every file's name, size and hash. */
function sealOf(answers: string, files: readonly CaseFileRow[]): ReturnType<typeof sha256Of> {
  return sha256Of(canonicalJson({ answers, files: files.map(({ name, size, sha256 }) => ({ name, size, sha256 })) }));
}

async function permitSubmission(
  tx: Tx,
  locked: LockedCase,
  content: {
    readonly files: readonly CaseFileRow[];
    readonly held: ReadonlySet<Sha256>;
    readonly filesNotCleared: number;
    readonly vendor: Organisation | undefined;
  },
): Promise<Result<'submitted', CaseRefusal>> {
  const { files, held, filesNotCleared, vendor } = content;
  const filesNotStored = files.filter(({ sha256 }) => !held.has(sha256)).length;
  const { row, application, scheme, today } = locked;
  const level = levelIsThere(locked);
  if (!level.ok) return level;
  const productType = application.answers['product.type'];
  const open = isOpen(scheme, { level: row.level, productType, day: today });
  if (!open.ok) return open;
  const set = criteriaSetOf(locked);
  if (set === undefined) return refused({ code: 'no_criteria_set', level: row.level });
  if (vendor === undefined) throw new Error(`case ${row.id} has no vendor`);
  const attached = new Set(files.map((file) => file.name));
  const gaps = applicationGaps({ application, scheme, set, vendor, attached, today, unread: row.unread_answers });
  const hashes = new Map(files.map((file) => [file.name, file.sha256]));
  const closed = await closedItemsChanged(tx, locked, { application, fileOf: (name) => hashes.get(name) });
  const facts = {
    ...NO_FACTS,
    gapCount: gaps.length,
    filesNotStored,
    filesNotCleared,
    closedItemsChanged: closed.length,
  };
  const next = step(CASE_LIFECYCLE, row.state, 'case.submit', facts);
  if (next.ok) return ok('submitted');
  if (next.error.code === 'wrong_state') return next;
  if (closed.length > 0) return refused({ code: 'closed_items_changed', items: closed });
  return gaps.length > 0 ? refused({ code: 'application_incomplete', gaps }) : next;
}

/** Submits a case within an open transaction. */
export async function submitCaseIn(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  input: Submission & { readonly examined: ExaminedFiles },
): Promise<Result<Receipt, CaseRefusal>> {
  const locked = await lockForAct(deps, tx, actor, { act: 'case.submit', id: input.id });
  if (!locked.ok) return locked;
  const { row, version, scheme, now, today, record } = locked.value;
  if (row.version !== input.version) return refused({ code: 'changed_meanwhile', version: row.version });
  const { held, scans } = input.examined;
  await saveFileScans(tx, scans);
  const [files, scanned, vendor, last] = await Promise.all([
    listCaseFiles(tx, row.id),
    countUnclearedFiles(tx, row.id),
    findOrganisation(tx, row.vendor),
    row.first_submitted_on === null ? undefined : findLastSubmission(tx, row.id),
  ]);
  const filesNotCleared = countNotCleared(scanned, deps.scanner !== undefined);
  const permitted = await permitSubmission(tx, locked.value, { files, held, filesNotCleared, vendor });
  if (!permitted.ok) return permitted;
  const sequence = (last?.sequence ?? 0) + 1;
  const answers = sha256Of(row.application);
  await Promise.all([
    insertSubmission(tx, row.id, {
      sequence,
      received_at: now,
      application: row.application,
      answers_sha256: answers,
      seal: sealOf(row.application, files),
      submittedBy: personOf(actor).person,
      files,
    }),
    saveCaseModels(tx, row.id, modelKeys(locked.value.application)),
    saveCase(tx, row.id, {
      state: permitted.value,
      scheme_version: version.sha256,
      first_submitted_on: row.first_submitted_on ?? today,
      due_on: deadline(deps, scheme, 'format-check', today),
    }),
    record({ detail: { sequence, answers, files: files.length } }),
  ]);
  return ok({ applicationNumber: row.application_number, sequence, receivedAt: now, answers, files });
}

/** Submits an application: complete, or every gap is listed at once; the receipt lists every file with size and hash. */
export async function submitCase(deps: Deps, actor: Actor, input: Submission): Promise<Result<Receipt, CaseRefusal>> {
  const files = await listCaseFiles(deps.db.kysely, input.id);
  const examined = await examineFiles(
    deps,
    files.map((file) => file.sha256),
  );
  return transact(deps.db, (tx) => submitCaseIn(deps, tx, actor, { ...input, examined }));
}
