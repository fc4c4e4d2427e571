import type { Role } from '../../core/access/actor.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import type { OrganisationKind } from '../../core/parties/organisation.ts';
import type { Reader } from '../../db/database.ts';
import { listMemberships } from '../../db/people.ts';

/** An organisation somebody belongs to, and what they may do there. */
export type Belonging = {
  readonly organisation: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string;
  readonly roles: readonly [Role, ...Role[]];
};

/** Every organisation a person holds a role in; empty for somebody who has left them all. */
export async function listBelongings(db: Reader, person: PersonId): Promise<readonly Belonging[]> {
  const byOrganisation = new Map<OrganisationId, Belonging>();
  for (const { role, ...organisation } of await listMemberships(db, person)) {
    const before = byOrganisation.get(organisation.organisation)?.roles ?? [];
    byOrganisation.set(organisation.organisation, { ...organisation, roles: [...before, role] as [Role, ...Role[]] });
  }
  return [...byOrganisation.values()];
}
