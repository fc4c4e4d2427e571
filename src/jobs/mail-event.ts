import { sendMails } from '../app/mail/send-mails.ts';
import { writeMails } from '../app/mail/write-mails.ts';
import type { EventJob } from './job.ts';
import { letterOf } from './letter-of.ts';

const ACTOR = { kind: 'system', job: 'mail-event' } as const;

/**
 * Tells people what happened to what is theirs. Without a mail server the mails stay in the outbox; what one does not
 * take just now is tried again by the queue.
 */
export const mailEventJob: EventJob = {
  name: 'mail-event',
  perform: async ({ deps, mailer, log }, event) => {
    const written = await writeMails(deps, ACTOR, event, (announcement, language) =>
      letterOf(deps, announcement, language),
    );
    if (!written.ok) throw new Error(`mails of event ${event} were not written: ${written.error.code}`);
    if (mailer === undefined) return { mails: written.value };
    const sending = await sendMails(deps, mailer, ACTOR, event);
    if (!sending.ok) throw new Error(`mails of event ${event} were not sent: ${sending.error.code}`);
    const { sent, refused, failed } = sending.value;
    if (refused > 0) log.warn({ event, refused }, 'mails were refused for good: look at the outbox');
    if (failed > 0) throw new Error(`${failed} mails of event ${event} were not taken`);
    return { mails: written.value, mailsSent: sent, mailsRefused: refused };
  },
};
