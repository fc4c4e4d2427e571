import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { InvitationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { deleteUnusedInvitation } from '../../db/invitations.ts';
import { clearSecretMails } from '../../db/mails.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Takes an unused invitation back: its link leads nowhere from then on. */
export function withdrawInvitation(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  id: InvitationId,
): Promise<Result<true, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<true, AccessRefusal>> => {
    const allowed = authorize(actor, 'person.withdraw-invitation', {});
    if (!allowed.ok) return allowed;
    const person = await deleteUnusedInvitation(tx, id);
    if (person === undefined) return refused({ code: 'no_such_subject' });
    await clearSecretMails(tx, { person });
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'person.withdraw-invitation',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id: person },
      detail: { invitation: id },
    });
    return ok(true);
  });
}
