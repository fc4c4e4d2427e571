import type { CaseId, OrganisationId, PersonId } from '../kernel/ids.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Actor } from './actor.ts';
import { mandateReaches } from './held-mandates.ts';
import { PERMISSIONS, type ActId, type Grant } from './permissions.ts';

/**
 * What an act is done to, as far as access is concerned: the organisation or the person whose it is; nothing where the act
 * has no owner. What belongs to an application names it: a mandate may be limited to some. Without one the act is about an
 * application yet to be opened.
 */
export type Subject = {
  readonly owner?: OrganisationId | undefined;
  readonly application?: CaseId | undefined;
  readonly person?: PersonId | undefined;
};

/** A case as the subject of an act; undefined for one that was not found. */
export function caseSubject(
  row: { readonly id: CaseId; readonly vendor: OrganisationId } | undefined,
): Subject | undefined {
  return row === undefined ? undefined : { owner: row.vendor, application: row.id };
}

/**
 * Why an actor may not do an act. `no_such_subject` stands for a subject that is missing and for one the actor may not
 * know of alike, so that identifiers cannot be probed.
 */
export type AccessRefusal =
  | { readonly code: 'no_such_subject' }
  | { readonly code: 'not_permitted'; readonly act: ActId; readonly roles: readonly Grant['role'][] };

function holds(grant: Grant, actor: Actor): boolean {
  if (grant.role === 'public') return true;
  if (actor.kind === 'person') return grant.role === 'person' || actor.roles.some((role) => role === grant.role);
  return actor.kind === 'system' && grant.role === 'system';
}

function reaches(grant: Grant, actor: Actor, subject: Subject): boolean {
  if (grant.over === 'any') return true;
  if (actor.kind !== 'person') return false;
  if (grant.over === 'self') return subject.person === actor.person;
  const { owner, application } = subject;
  if (owner === undefined) return false;
  if (grant.over === 'own') return owner === actor.organisation;
  return actor.mandates.some((mandate) => mandate.vendor === owner && mandateReaches(mandate, application));
}

function findGrant(actor: Actor, act: ActId, subject: Subject): Grant | undefined {
  return PERMISSIONS[act].find((grant) => holds(grant, actor) && reaches(grant, actor, subject));
}

function mayKnow(actor: Actor, subject: Subject): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'public') return false;
  if (subject.person !== undefined) return subject.person === actor.person;
  const isOwn = subject.owner === actor.organisation;
  return isOwn || findGrant(actor, 'case.read', subject) !== undefined;
}

/**
 * Whether an actor may do an act on a subject, and in which role they then act. Pass `undefined` for a subject that was
 * not found: the answer is the same as for one that is none of the actor's business.
 */
export function authorize(
  actor: Actor,
  act: ActId,
  subject: Subject | undefined,
): Result<Grant['role'], AccessRefusal> {
  if (subject === undefined) return refused({ code: 'no_such_subject' });
  const grant = findGrant(actor, act, subject);
  if (grant !== undefined) return ok(grant.role);
  const isSomebodys = subject.owner !== undefined || subject.person !== undefined;
  if (isSomebodys && !mayKnow(actor, subject)) return refused({ code: 'no_such_subject' });
  return refused({ code: 'not_permitted', act, roles: PERMISSIONS[act].map((grant) => grant.role) });
}
