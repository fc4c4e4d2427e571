import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listInvitations as listRows, type ListedInvitation } from '../../db/invitations.ts';
import type { Deps } from '../ports.ts';

export type { ListedInvitation } from '../../db/invitations.ts';

/** Most invitations shown at a time. */
const LISTED_INVITATIONS = 200;

/** The newest invitations as they stand now; those that were taken back are gone. */
export async function listInvitations(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
): Promise<Result<readonly ListedInvitation[], AccessRefusal>> {
  const allowed = authorize(actor, 'person.list-invitations', {});
  if (!allowed.ok) return allowed;
  return ok(await listRows(deps.db.kysely, { at: deps.clock.now(), limit: LISTED_INVITATIONS }));
}
