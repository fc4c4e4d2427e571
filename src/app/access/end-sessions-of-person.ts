import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { findPersonByMail } from '../../db/people.ts';
import { endSessionsOf } from '../../db/sessions.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/**
 * Ends every session of a person at once, as when a device was stolen; they keep their roles and sign in again (ASVS 5.0,
 * 7.4.5). Answers how many ended.
 */
export function endSessionsOfPerson(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  { mail, reason }: { readonly mail: string; readonly reason: string },
): Promise<Result<number, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<number, AccessRefusal>> => {
    const allowed = authorize(actor, 'session.end-of-person', {});
    if (!allowed.ok) return allowed;
    const person = await findPersonByMail(tx, mail.trim().toLowerCase());
    if (person === undefined) return refused({ code: 'no_such_subject' });
    const at = deps.clock.now();
    const ended = await endSessionsOf(tx, person.id, { at, by: 'ended_elsewhere' });
    await appendEvent(tx, {
      at,
      act: 'session.end-of-person',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id: person.id },
      reason,
      detail: { sessions: ended.length },
    });
    return ok(ended.length);
  });
}
