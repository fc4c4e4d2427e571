import type { Actor, Role } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { listLeftPeople, listMembersWithRoles, type LeftPerson } from '../../db/listed-organisations.ts';
import { findOrganisation as findRow } from '../../db/organisations.ts';
import type { Deps } from '../ports.ts';

/** Somebody of an organisation with all their roles there. */
export type OrganisationMember = {
  readonly person: PersonId;
  readonly name: string;
  readonly mail: string;
  readonly roles: readonly Role[];
};

/** An organisation with its people, and with those who left it. */
export type ShownOrganisation = {
  readonly organisation: Organisation;
  readonly members: readonly OrganisationMember[];
  readonly left: readonly LeftPerson[];
};

/** Shows an organisation to administrators. */
export async function findOrganisation(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  id: OrganisationId,
): Promise<Result<ShownOrganisation, AccessRefusal>> {
  const allowed = authorize(actor, 'organisation.list', {});
  if (!allowed.ok) return allowed;
  const { kysely } = deps.db;
  const organisation = await findRow(kysely, id);
  if (organisation === undefined) return refused({ code: 'no_such_subject' });
  const members = new Map<PersonId, OrganisationMember>();
  for (const { role, ...person } of await listMembersWithRoles(kysely, id)) {
    members.set(person.person, { ...person, roles: [...(members.get(person.person)?.roles ?? []), role] });
  }
  return ok({ organisation, members: [...members.values()], left: await listLeftPeople(kysely, id) });
}
