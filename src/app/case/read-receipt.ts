import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import type { Receipt } from '../../core/case/receipt.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findCase } from '../../db/cases.ts';
import { findLastSubmission, listSubmissionFiles } from '../../db/submissions.ts';
import type { Deps } from '../ports.ts';

/** The receipt of a case's last submission, to be read again at any time. */
export async function readReceipt(deps: Deps, actor: Actor, id: CaseId): Promise<Result<Receipt, AccessRefusal>> {
  const db = deps.db.kysely;
  const row = await findCase(db, id);
  const allowed = authorize(actor, 'case.read', caseSubject(row));
  if (!allowed.ok) return allowed;
  const last = row === undefined ? undefined : await findLastSubmission(db, row.id);
  if (row === undefined || last === undefined) return refused({ code: 'no_such_subject' });
  return ok({
    applicationNumber: row.application_number,
    sequence: last.sequence,
    receivedAt: last.received_at,
    answers: last.answers_sha256,
    files: await listSubmissionFiles(db, row.id, last.sequence),
  });
}
