import type { Actor } from '../core/access/actor.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { EventActor } from '../db/events.ts';

/** The actor as the audit trail names it; a mandate shows as acting on behalf of the owner. */
export function eventActor(actor: Actor, role: string, owner: OrganisationId | undefined): EventActor | undefined {
  if (actor.kind !== 'person') return actor.kind === 'system' ? { role: `system:${actor.job}` } : undefined;
  return {
    person: actor.person,
    organisation: actor.organisation,
    role,
    onBehalfOf: role === 'agent' ? owner : undefined,
  };
}
