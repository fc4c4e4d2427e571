import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject, type AccessRefusal } from '../../core/access/authorize.ts';
import type { CaseId, Sha256 } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findCase } from '../../db/cases.ts';
import { findFiledFile } from '../../db/submissions.ts';
import { openSafeFile } from '../files/open-safe-file.ts';
import type { Deps } from '../ports.ts';

/** A file of a case as it is handed out. */
type OpenedFile = {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/**
 * A file that was filed with a case, for the operator's staff. A file of another case, one that was never filed, one the
 * store has lost and malware are answered alike.
 */
export async function openCaseFile(
  deps: Deps,
  actor: Actor,
  { id, sha256 }: { readonly id: CaseId; readonly sha256: Sha256 },
): Promise<Result<OpenedFile, AccessRefusal>> {
  const row = await findCase(deps.db.kysely, id);
  const allowed = authorize(actor, 'case.read-at-office', caseSubject(row));
  if (!allowed.ok) return allowed;
  const file = await findFiledFile(deps.db.kysely, id, sha256);
  const bytes = file === undefined ? undefined : await openSafeFile(deps, sha256);
  if (file === undefined || bytes === undefined) return refused({ code: 'no_such_subject' });
  return ok({ name: file.name, size: file.size, bytes });
}
