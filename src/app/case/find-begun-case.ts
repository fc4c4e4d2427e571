import type { Actor } from '../../core/access/actor.ts';
import { authorize, caseSubject } from '../../core/access/authorize.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findCase } from '../../db/cases.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import type { OpenedCase } from './open-case.ts';

/** The case that a form has begun already, for whoever sends the form again and may read it. */
export async function findBegunCase(deps: Deps, actor: Actor, id: CaseId): Promise<Result<OpenedCase, CaseRefusal>> {
  const row = await findCase(deps.db.kysely, id);
  const allowed = authorize(actor, 'case.read', caseSubject(row));
  if (!allowed.ok || row === undefined) return allowed.ok ? refused({ code: 'no_such_subject' }) : allowed;
  return ok({ id: row.id, applicationNumber: row.application_number });
}
