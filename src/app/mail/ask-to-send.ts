import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { countUnsentMails } from '../../db/mails.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { oldestWanted } from './oldest-wanted.ts';

/** What the event of asking is about: all mails that wait. */
export const OUTBOX = { kind: 'outbox', id: 'mails' } as const;

/** Why mails are not sent at once: nobody may ask for it, or there are none to send. */
type AskToSendRefusal = AccessRefusal | { readonly code: 'no_mail_waits' };

/**
 * Asks for the mails that wait, and those the mail server did not take, to be sent at once; the job that sends what was
 * left behind does it. Answers how many there are.
 */
export function askToSend(deps: Pick<Deps, 'db' | 'clock'>, actor: Actor): Promise<Result<number, AskToSendRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<number, AskToSendRefusal>> => {
    const allowed = authorize(actor, 'mail.ask-to-send', {});
    if (!allowed.ok) return allowed;
    const count = await countUnsentMails(tx, oldestWanted(deps.clock.now()));
    if (count === 0) return refused({ code: 'no_mail_waits' });
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'mail.ask-to-send',
      actor: eventActor(actor, allowed.value, undefined),
      subject: OUTBOX,
      detail: { mails: count },
    });
    return ok(count);
  });
}
