import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listWaitingMails, saveMailAttempt } from '../../db/mails.ts';
import { transact } from '../../db/transact.ts';
import type { Deps, Mailer } from '../ports.ts';

/** What became of the mails of an event. */
type Sending = {
  readonly sent: number;
  /** Refused for good by the mail server: not tried again. */
  readonly refused: number;
  /** Not taken just now: to be tried again. */
  readonly failed: number;
};

/**
 * Sends the mails of an event that were not sent yet, each under an id that stays the same, so that a mail server that
 * took one before a crash knows it again.
 */
export async function sendMails(
  deps: Pick<Deps, 'db' | 'clock'>,
  mailer: Mailer,
  actor: Actor,
  event: number,
): Promise<Result<Sending, AccessRefusal>> {
  const allowed = authorize(actor, 'mail.send', {});
  if (!allowed.ok) return allowed;
  const counts = { sent: 0, refused: 0, failed: 0 };
  for (const { id, recipient, subject, body } of await listWaitingMails(deps.db.kysely, event)) {
    const sent = await mailer.send({ id, to: recipient, subject, text: body });
    const fault = sent.ok
      ? undefined
      : `${sent.error.code === 'mail_refused' ? 'refused' : 'failed'} ${sent.error.detail}`;
    await transact(deps.db, async (tx) => {
      await saveMailAttempt(tx, id, { at: deps.clock.now(), fault });
      return ok(true);
    });
    if (sent.ok) counts.sent += 1;
    else if (sent.error.code === 'mail_refused') counts.refused += 1;
    else counts.failed += 1;
  }
  return ok(counts);
}
