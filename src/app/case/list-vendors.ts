import { authorize } from '../../core/access/authorize.ts';
import type { Actor } from '../../core/access/actor.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { findOrganisation } from '../../db/organisations.ts';
import type { Deps } from '../ports.ts';

/** The organisations somebody may open applications for today: their own, or those that gave a mandate. */
export async function listVendors(deps: Deps, actor: Actor): Promise<readonly Organisation[]> {
  if (actor.kind !== 'person') return [];
  const mandators = actor.mandates.map(({ vendor }) => vendor);
  const owners = [...new Set([actor.organisation, ...mandators])].filter(
    (owner) => authorize(actor, 'case.open', { owner }).ok,
  );
  const found = await Promise.all(owners.map((owner) => findOrganisation(deps.db.kysely, owner)));
  return found.filter((organisation) => organisation !== undefined);
}
