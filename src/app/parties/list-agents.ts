import type { PersonActor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { listOrganisationsOf } from '../../db/organisations.ts';
import type { Deps } from '../ports.ts';

/** The agents a mandate can be given to, for whoever may give one. */
export async function listAgents(
  deps: Pick<Deps, 'db'>,
  actor: PersonActor,
): Promise<Result<readonly Organisation[], AccessRefusal>> {
  const allowed = authorize(actor, 'mandate.give', { owner: actor.organisation });
  return allowed.ok ? ok(await listOrganisationsOf(deps.db.kysely, 'agent')) : allowed;
}
