import type { Actor, Role } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { roleNotOf } from '../../core/parties/organisation-roles.ts';
import { appendEvent } from '../../db/events.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { findPersonByMail, hasAnotherAdministrator, insertMemberships, lockRoles } from '../../db/people.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Roles of somebody registered, in one organisation. */
type Giving = {
  readonly mail: string;
  readonly organisation: OrganisationId;
  readonly roles: readonly [Role, ...Role[]];
};

/** Why roles were not given. */
export type RoleRefusal =
  | AccessRefusal
  | { readonly code: 'nobody_registered'; readonly mail: string }
  | { readonly code: 'role_not_of_organisation'; readonly role: Role }
  | { readonly code: 'own_role' };

/** Whether somebody gives a role to themselves although another administrator is there to do it (decision 16). */
async function isOnesOwn(tx: Tx, actor: Actor, person: PersonId): Promise<boolean> {
  return actor.kind === 'person' && actor.person === person && (await hasAnotherAdministrator(tx, person));
}

/**
 * Gives somebody registered roles in an organisation; those they hold already stay. Nobody gives themselves a role as long
 * as another administrator can: who may decide is never one person's own doing.
 */
export function giveRoles(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  input: Giving,
): Promise<Result<PersonId, RoleRefusal>> {
  const mail = input.mail.trim().toLowerCase();
  return transact(deps.db, async (tx): Promise<Result<PersonId, RoleRefusal>> => {
    const allowed = authorize(actor, 'person.give-role', {});
    if (!allowed.ok) return allowed;
    const organisation = await findOrganisation(tx, input.organisation);
    if (organisation === undefined) return refused({ code: 'no_such_subject' });
    const foreign = roleNotOf(organisation.kind, input.roles);
    if (foreign !== undefined) return refused({ code: 'role_not_of_organisation', role: foreign });
    const person = await findPersonByMail(tx, mail);
    if (person === undefined) return refused({ code: 'nobody_registered', mail });
    const held = await lockRoles(tx, person.id, organisation.id);
    const roles = input.roles.filter((role) => !held.includes(role));
    if (roles.length === 0) return ok(person.id);
    if (await isOnesOwn(tx, actor, person.id)) return refused({ code: 'own_role' });
    await insertMemberships(tx, { person: person.id, organisation: organisation.id, roles });
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'person.give-role',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id: person.id },
      detail: { organisation: organisation.id, roles },
    });
    return ok(person.id);
  });
}
