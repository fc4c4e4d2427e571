import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listPeople, type ListedPerson } from '../../db/people.ts';
import type { Deps } from '../ports.ts';

/** Everybody who may act, with each of their roles; at most 1,000 rows. */
export async function listRegisteredPeople(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
): Promise<Result<readonly ListedPerson[], AccessRefusal>> {
  const allowed = authorize(actor, 'person.list', {});
  return allowed.ok ? ok(await listPeople(deps.db.kysely)) : allowed;
}
