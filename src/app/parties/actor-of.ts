import type { PersonActor } from '../../core/access/actor.ts';
import { actsUnderMandates } from '../../core/access/permissions.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { mandateHolds } from '../../core/parties/mandate.ts';
import { listMandatesOfAgent } from '../../db/mandates.ts';
import type { Deps } from '../ports.ts';
import type { Belonging } from './list-belongings.ts';

/** A person as an actor for one of their organisations, with the mandates that hold today. */
export async function actorOf(
  deps: Pick<Deps, 'db' | 'clock' | 'scheme'>,
  person: PersonId,
  { organisation, roles }: Pick<Belonging, 'organisation' | 'roles'>,
): Promise<PersonActor> {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const mandates = actsUnderMandates(roles) ? await listMandatesOfAgent(deps.db.kysely, organisation) : [];
  const held = mandates.filter((mandate) => mandateHolds(mandate, today));
  return {
    kind: 'person',
    person,
    organisation,
    roles,
    mandates: held.map(({ id, vendor, applications, allowsNew }) => ({ id, vendor, applications, allowsNew })),
  };
}
