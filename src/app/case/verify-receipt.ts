import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { ReceiptLine } from '../../core/case/receipt.ts';
import type { CaseId, OrganisationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findCase } from '../../db/cases.ts';
import { findEvent } from '../../db/event-history.ts';
import { appendEvent } from '../../db/events.ts';
import { findSubmissionEvent, listSubmissionFiles, lockSubmission } from '../../db/submissions.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import { hashStoredFile } from '../files/hash-stored-file.ts';
import type { Deps } from '../ports.ts';

const ACT = 'case.verify-receipt';

/** A file of a receipt that the store no longer holds as it was received. */
export type DamagedFile = {
  readonly name: string;
  readonly sha256: string;
  readonly fault: 'lost' | 'altered';
};

/** What comparing the stored files of one submission with its receipt found. */
export type ReceiptVerification = {
  readonly caseId: CaseId;
  /** Which submission of the case, from 1. */
  readonly sequence: number;
  /** How many files the receipt lists. */
  readonly files: number;
  readonly damaged: readonly DamagedFile[];
  /** False when it had been recorded before; then this is what was found at that time. */
  readonly isNew: boolean;
};

type Submission = { readonly id: CaseId; readonly sequence: number; readonly owner: OrganisationId };

async function findSubmissionOf({ db }: Pick<Deps, 'db'>, event: number): Promise<Submission | undefined> {
  const submitted = await findEvent(db.kysely, event);
  if (submitted?.act !== 'case.submit') return undefined;
  const id = submitted.subject_id as CaseId;
  const sequence = submitted.detail['sequence'];
  const row = await findCase(db.kysely, id);
  return row === undefined || typeof sequence !== 'number' ? undefined : { id, sequence, owner: row.vendor };
}

async function damagedAmong({ files }: Pick<Deps, 'files'>, lines: readonly ReceiptLine[]): Promise<DamagedFile[]> {
  const damaged: DamagedFile[] = [];
  for (const { name, sha256 } of lines) {
    const found = await hashStoredFile(files, sha256);
    if (found !== sha256) damaged.push({ name, sha256, fault: found === undefined ? 'lost' : 'altered' });
  }
  return damaged;
}

async function findRecorded(deps: Pick<Deps, 'db'>, submission: Submission): Promise<ReceiptVerification | undefined> {
  const detail = await findSubmissionEvent(deps.db.kysely, ACT, submission);
  if (detail === undefined) return undefined;
  const { files, damaged } = detail as unknown as Pick<ReceiptVerification, 'files' | 'damaged'>;
  return { caseId: submission.id, sequence: submission.sequence, files, damaged, isNew: false };
}

/**
 * Reads every file the receipt of a submission lists back from the store, compares the hashes and records the outcome as
 * an event of the case: once for each submission, however often it runs. `event` is the id of the event that submitted.
 * Throws when the store cannot be read.
 */
export async function verifyReceipt(
  deps: Pick<Deps, 'db' | 'files' | 'clock'>,
  actor: Actor,
  event: number,
): Promise<Result<ReceiptVerification, AccessRefusal>> {
  const submission = await findSubmissionOf(deps, event);
  const allowed = authorize(actor, ACT, submission);
  if (!allowed.ok) return allowed;
  if (submission === undefined) return refused({ code: 'no_such_subject' });
  const before = await findRecorded(deps, submission);
  if (before !== undefined) return ok(before);
  const { id, sequence, owner } = submission;
  const lines = await listSubmissionFiles(deps.db.kysely, id, sequence);
  const damaged = await damagedAmong(deps, lines);
  const detail = { sequence, files: lines.length, damaged };
  const recorded = await transact(deps.db, async (tx) => {
    await lockSubmission(tx, id, sequence);
    const isNew = (await findSubmissionEvent(tx, ACT, submission)) === undefined;
    const by = eventActor(actor, allowed.value, owner);
    const subject = { kind: 'case', id };
    if (isNew) await appendEvent(tx, { at: deps.clock.now(), act: ACT, actor: by, subject, detail });
    return ok(isNew);
  });
  return ok({ caseId: id, sequence, files: lines.length, damaged, isNew: recorded.value });
}
