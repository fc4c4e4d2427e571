import type { Actor, Role } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { deleteMembership, lockRoles } from '../../db/people.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Why a role was not taken. Somebody's last one is taken by letting them leave, which ends their sessions too. */
type TakingRefusal = AccessRefusal | { readonly code: 'last_role' };

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
