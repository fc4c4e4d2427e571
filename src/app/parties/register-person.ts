import type { Actor, Role } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { roleNotOf } from '../../core/parties/organisation-roles.ts';
import { appendEvent } from '../../db/events.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { insertMemberships, insertPerson } from '../../db/people.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Somebody to register, with at least one role in one organisation. */
type NewPerson = {
  readonly name: string;
  readonly mail: string;
  readonly organisation: OrganisationId;
  readonly roles: readonly [Role, ...Role[]];
};

/** Why a person was not registered. */
export type PersonRefusal =
  | AccessRefusal
  | { readonly code: 'mail_taken'; readonly mail: string }
  | { readonly code: 'role_not_of_organisation'; readonly role: Role };

/** Registers a person with roles in an organisation; the mail address is folded to lower case. */
export function registerPerson(deps: Deps, actor: Actor, input: NewPerson): Promise<Result<PersonId, PersonRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<PersonId, PersonRefusal>> => {
    const allowed = authorize(actor, 'person.register', {});
    if (!allowed.ok) return allowed;
    const organisation = await findOrganisation(tx, input.organisation);
    if (organisation === undefined) return refused({ code: 'no_such_subject' });
    const foreign = roleNotOf(organisation.kind, input.roles);
    if (foreign !== undefined) return refused({ code: 'role_not_of_organisation', role: foreign });
    const id = deps.ids.uuid() as PersonId;
    const at = deps.clock.now();
    const mail = input.mail.trim().toLowerCase();
    if (!(await insertPerson(tx, { id, name: input.name, mail }, at))) return refused({ code: 'mail_taken', mail });
    await insertMemberships(tx, { person: id, organisation: organisation.id, roles: input.roles });
    await appendEvent(tx, {
      at,
      act: 'person.register',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id },
      detail: { organisation: organisation.id, roles: input.roles },
    });
    return ok(id);
  });
}
