import type { Actor, Role } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { ROLES_IN } from '../../core/parties/organisation-roles.ts';
import { appendEvent } from '../../db/events.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { deleteMembership, findPersonByMail, insertMemberships, lockRoles } from '../../db/people.ts';
import { transact } from '../../db/transact.ts';
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
  | { readonly code: 'role_not_of_organisation'; readonly role: Role };

/** Gives somebody registered roles in an organisation; those they hold already stay. */
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
    const foreign = input.roles.find((role) => !ROLES_IN[organisation.kind].includes(role));
    if (foreign !== undefined) return refused({ code: 'role_not_of_organisation', role: foreign });
    const person = await findPersonByMail(tx, mail);
    if (person === undefined) return refused({ code: 'nobody_registered', mail });
    const held = await lockRoles(tx, person.id, organisation.id);
    const roles = input.roles.filter((role) => !held.includes(role));
    if (roles.length === 0) return ok(person.id);
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

/** Why a role was not taken. Somebody's last one is taken by letting them leave, which ends their sessions too. */
export type TakingRefusal = AccessRefusal | { readonly code: 'last_role' };

/** Takes one of several roles of somebody in an organisation; what they could do by it is refused from then on. */
export function takeRole(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  input: { readonly person: PersonId; readonly organisation: OrganisationId; readonly role: Role },
): Promise<Result<true, TakingRefusal>> {
  const { person, organisation, role } = input;
  return transact(deps.db, async (tx): Promise<Result<true, TakingRefusal>> => {
    const allowed = authorize(actor, 'person.take-role', {});
    if (!allowed.ok) return allowed;
    const held = await lockRoles(tx, person, organisation);
    if (!held.includes(role)) return refused({ code: 'no_such_subject' });
    if (held.length === 1) return refused({ code: 'last_role' });
    await deleteMembership(tx, input);
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'person.take-role',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id: person },
      detail: { organisation, role },
    });
    return ok(true);
  });
}
