import { sendNotices } from '../app/subscription/send-notices.ts';
import type { JobContext, JobCounts, TimedJob } from './job.ts';
import { wordNotice } from './word-notice.ts';

/** Sends the notices that are due, for whichever job noticed them. */
export async function sendDueNotices({ deps, mailer, hooks, signal }: JobContext, job: string): Promise<JobCounts> {
  const sending = await sendNotices(
    deps,
    { kind: 'system', job },
    { mailer, hooks },
    { write: wordNotice(deps), signal },
  );
  if (!sending.ok) throw new Error(`notices were not sent: ${sending.error.code}`);
  return { noticesSent: sending.value.sent, noticesFailed: sending.value.failed };
}

/** Every minute, at each start and whenever somebody asks to be told of something: what is due, or due again. */
export const sendNoticesJob: TimedJob = {
  name: 'send-notices',
  cron: '* * * * *',
  atStart: true,
  perform: (context) => sendDueNotices(context, 'send-notices'),
};
