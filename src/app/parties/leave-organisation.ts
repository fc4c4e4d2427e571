import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { deleteUnusedInvitations } from '../../db/invitations.ts';
import { clearSecretMails } from '../../db/mails.ts';
import { deleteMemberships, findPersonByMail } from '../../db/people.ts';
import { endSessionsOf } from '../../db/sessions.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Somebody who leaves an organisation, or all of theirs when none is named. */
type Leaving = { readonly mail: string; readonly organisation?: OrganisationId | undefined; readonly reason: string };

/** What ended with it. */
type Left = { readonly organisations: readonly OrganisationId[]; readonly sessions: number };

/**
 * Takes every role of a person in an organisation and ends all their sessions and unused invitations at once; what they
 * did stays theirs. Where they still belong elsewhere they sign in again.
 */
export function leaveOrganisation(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { mail, organisation, reason }: Leaving,
): Promise<Result<Left, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<Left, AccessRefusal>> => {
    const allowed = authorize(actor, 'person.leave-organisation', {});
    if (!allowed.ok) return allowed;
    const person = await findPersonByMail(tx, mail.trim().toLowerCase());
    const organisations = person === undefined ? [] : await deleteMemberships(tx, person.id, organisation);
    if (person === undefined || organisations.length === 0) return refused({ code: 'no_such_subject' });
    const at = deps.clock.now();
    await deleteUnusedInvitations(tx, person.id);
    await clearSecretMails(tx, { person: person.id });
    const sessions = await endSessionsOf(tx, person.id, { at, by: 'left' });
    await appendEvent(tx, {
      at,
      act: 'person.leave-organisation',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id: person.id },
      reason,
      detail: { organisations, sessions: sessions.length },
    });
    return ok({ organisations, sessions: sessions.length });
  });
}
