import type { PersonActor } from '../../core/access/actor.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { mandateHolds } from '../../core/parties/mandate.ts';
import { listMandatesOfAgent } from '../../db/mandates.ts';
import { findPersonByMail, listMemberships } from '../../db/people.ts';
import type { Deps } from '../ports.ts';

/**
 * The person with this mail address as an actor for one of their organisations (the first when none is named), with the
 * mandates that hold today; undefined for somebody unknown or without a role there.
 */
export async function findActor(
  deps: Deps,
  mail: string,
  organisation?: OrganisationId,
): Promise<PersonActor | undefined> {
  const db = deps.db.kysely;
  const person = await findPersonByMail(db, mail.trim().toLowerCase());
  if (person === undefined) return undefined;
  const memberships = await listMemberships(db, person.id);
  const chosen = organisation ?? memberships[0]?.organisation;
  const roles = memberships.filter((membership) => membership.organisation === chosen).map(({ role }) => role);
  if (chosen === undefined || roles.length === 0) return undefined;
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const mandates = roles.includes('agent') ? await listMandatesOfAgent(db, chosen) : [];
  const mandators = mandates.filter((mandate) => mandateHolds(mandate, today)).map((mandate) => mandate.vendor);
  return { kind: 'person', person: person.id, organisation: chosen, roles, mandators };
}
