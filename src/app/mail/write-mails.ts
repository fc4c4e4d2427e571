import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MailId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import { insertMails } from '../../db/mails.ts';
import { listLanguages } from '../../db/people.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { announcementOf, type Announcement } from './announcement.ts';

/** A mail's words. */
export type Letter = { readonly subject: string; readonly body: string };

/**
 * Writes the mails of an event into the outbox, once for each address however often it runs; answers how many are new.
 * Each is written in the language its reader is known to read.
 */
export function writeMails(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'scheme'>,
  actor: Actor,
  event: number,
  write: (announcement: Announcement, language: Language | undefined) => Letter,
): Promise<Result<number, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<number, AccessRefusal>> => {
    const allowed = authorize(actor, 'mail.send', {});
    if (!allowed.ok) return allowed;
    const announcement = await announcementOf(deps, tx, event);
    if (announcement === undefined) return ok(0);
    const { kind, recipients } = announcement;
    const addresses = [...new Set(recipients)];
    const languages = await listLanguages(tx, addresses);
    const mails = addresses.map((recipient) => ({
      ...write(announcement, languages.get(recipient)),
      id: deps.ids.uuid() as MailId,
      event,
      kind,
      recipient,
      isSecret: false,
    }));
    return ok(await insertMails(tx, mails, deps.clock.now()));
  });
}
