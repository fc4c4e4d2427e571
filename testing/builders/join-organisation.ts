import type { Role } from '../../src/core/access/actor.ts';
import type { OrganisationId, PersonId } from '../../src/core/kernel/ids.ts';
import { ok } from '../../src/core/kernel/result.ts';
import type { Database } from '../../src/db/database.ts';
import { insertMemberships } from '../../src/db/people.ts';
import { transact } from '../../src/db/transact.ts';

/** Gives somebody a role in one more organisation. */
export async function joinOrganisation(
  db: Database,
  person: PersonId,
  organisation: OrganisationId,
  role: Role,
): Promise<void> {
  await transact(db, async (tx) => {
    await insertMemberships(tx, { person, organisation, roles: [role] });
    return ok(true);
  });
}
