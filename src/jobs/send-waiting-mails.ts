import { sendWaitingMails } from '../app/mail/send-waiting-mails.ts';
import type { TimedJob } from './job.ts';

const ACTOR = { kind: 'system', job: 'send-waiting-mails' } as const;

/** Now and then and at each start: mails left behind, as those written before a mail server was configured. */
export const sendWaitingMailsJob: TimedJob = {
  name: 'send-waiting-mails',
  cron: '*/10 * * * *',
  atStart: true,
  perform: async ({ deps, mailer, signal }) => {
    const swept = await sendWaitingMails(deps, mailer, ACTOR, signal);
    if (!swept.ok) throw new Error(`mails left behind were not sent: ${swept.error.code}`);
    const { cleared, sent, failed } = swept.value;
    return { linksCleared: cleared, mailsSent: sent, mailsFailed: failed };
  },
};
