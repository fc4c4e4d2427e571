import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { caseWarnings, type CaseWarning } from '../../core/case/case-warnings.ts';
import { OPEN_STATES } from '../../core/case/whose-turn.ts';
import { searchKey } from '../../core/kernel/fold.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listLikenesses } from '../../db/case-likenesses.ts';
import type { Deps } from '../ports.ts';
import type { OfficeCase } from './find-office-case.ts';

/** What an officer should look out for in a case; recorded nowhere, because it judges nothing. */
export async function readWarnings(
  deps: Deps,
  actor: Actor,
  { shown, filed, today }: OfficeCase,
): Promise<Result<readonly CaseWarning[], AccessRefusal>> {
  const { id, vendor } = shown.row;
  const allowed = authorize(actor, 'case.read-at-office', { owner: vendor });
  if (!allowed.ok) return allowed;
  const likenesses = await listLikenesses(deps.db.kysely, { id, vendor, sequence: filed.sequence }, OPEN_STATES);
  // models are compared folded, and told as the applicant wrote them
  const written = new Map(filed.application.models.map(({ number = '' }) => [searchKey(number), number]));
  const told = likenesses.map((likeness) =>
    likeness.kind === 'model_in_open_case'
      ? { ...likeness, what: written.get(likeness.what) ?? likeness.what }
      : likeness,
  );
  return ok(caseWarnings(filed.application, told, today));
}
