import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { CHALLENGE_ATTEMPTS, FAILING_DAYS, waitAfter } from '../../core/register/topic.ts';
import { appendEvent } from '../../db/events.ts';
import { claimNotices, saveAttemptEnd, type AttemptEnd, type DueNotice } from '../../db/notices.ts';
import { confirmSubscription, saveDelivery } from '../../db/subscriptions.ts';
import { transact } from '../../db/transact.ts';
import type { Deps, HookCaller, Mailer } from '../ports.ts';
import { noticeMail, type WriteNotice } from './notice-mail.ts';
import { noticeMessage } from './notice-message.ts';
import { readNotice } from './read-notice.ts';
import { signWebhook } from './sign-webhook.ts';

/** What messages go out by; without a mail server mails wait. */
type Carriers = { readonly mailer?: Mailer | undefined; readonly hooks?: HookCaller | undefined };

/** Notices taken at once, and how many subscriptions are told beside each other, each in the order of things. */
const AT_ONCE = 40;
const BESIDE = 8;

/** Minutes in which everything taken is sent: after them it is due again. */
const LEASE = 10;

type Sent = { readonly status?: number; readonly fault?: string; readonly isForGood?: boolean };

async function post(deps: Deps, hooks: HookCaller, due: DueNotice): Promise<Sent> {
  const { subscription, notice } = due;
  const read = await readNotice(deps, due);
  if (read === undefined) return { fault: 'gone', isForGood: true };
  const body = JSON.stringify(noticeMessage(deps, read, subscription));
  const seconds = Math.floor(deps.clock.now().epochMilliseconds / 1000);
  const headers = signWebhook(subscription.signing_key ?? '', { id: `msg_${notice}`, seconds, body });
  const answer = await hooks.post({ address: subscription.address, headers, body });
  if (answer.ok) {
    const { status, text } = answer.value;
    const isWanted = subscription.confirmed_at !== null || text.trim() === subscription.challenge;
    return isWanted ? { status } : { status, fault: 'hook_unconfirmed' };
  }
  const { code, status } = answer.error;
  return status === undefined ? { fault: code } : { fault: code, status };
}

async function mail(deps: Deps, mailer: Mailer, due: DueNotice, write: WriteNotice): Promise<Sent> {
  const read = await readNotice(deps, due);
  if (read === undefined) return { fault: 'gone', isForGood: true };
  const sent = await mailer.send(noticeMail(deps, due, write(read, due.subscription.language)));
  if (sent.ok) return {};
  return { fault: sent.error.code, isForGood: sent.error.code === 'mail_refused' };
}

/** Whether it is not tried again: done, refused for good, or tried for long enough. */
function isOverAfter({ subscription, attempts, at }: DueNotice, now: Temporal.Instant): boolean {
  const isAsking = subscription.channel === 'webhook' && subscription.confirmed_at === null;
  if (isAsking && attempts >= CHALLENGE_ATTEMPTS) return true;
  return Temporal.Instant.compare(at, now.subtract({ hours: 24 * FAILING_DAYS })) < 0;
}

/** A webhook that has sent back its challenge has shown that it wants more. */
async function record(deps: Deps, due: DueNotice, { status, fault, isForGood = false }: Sent): Promise<void> {
  const at = deps.clock.now();
  const isDone = fault === undefined;
  const { subscription, attempts } = due;
  const isOver = isDone || isForGood || isOverAfter(due, at);
  const dueAt = isOver ? undefined : at.add({ seconds: waitAfter(attempts) });
  const end: AttemptEnd = { at, isDone, dueAt, status, fault };
  await transact(deps.db, async (tx) => {
    await saveAttemptEnd(tx, due, end);
    await saveDelivery(tx, subscription.id, { at, isDone, disabledBefore: at.subtract({ hours: 24 * FAILING_DAYS }) });
    const isConfirmed = isDone && subscription.channel === 'webhook' && subscription.confirmed_at === null;
    if (isConfirmed && (await confirmSubscription(tx, subscription, at))) {
      const subject = { kind: 'subscription', id: subscription.id } as const;
      await appendEvent(tx, {
        at,
        act: 'subscription.confirm',
        actor: undefined,
        subject,
        detail: { channel: 'webhook' },
      });
    }
    return ok(true);
  });
}

/**
 * Sends what is due, and puts off what was not taken: each message under an id that stays the same, so that who got it
 * before a crash knows it again. Goes on until nothing is due or it is asked to stop.
 */
export async function sendNotices(
  deps: Deps,
  actor: Actor,
  { mailer, hooks }: Carriers,
  { write, signal }: { readonly write: WriteNotice; readonly signal: AbortSignal },
): Promise<Result<{ readonly sent: number; readonly failed: number }, AccessRefusal>> {
  const allowed = authorize(actor, 'subscription.tell', {});
  if (!allowed.ok) return allowed;
  const channels = [...(mailer === undefined ? [] : ['mail']), ...(hooks === undefined ? [] : ['webhook'])];
  const counts = { sent: 0, failed: 0 };
  const sendOne = async (due: DueNotice): Promise<void> => {
    const { channel } = due.subscription;
    const carried = channel === 'mail' ? mailer && mail(deps, mailer, due, write) : hooks && post(deps, hooks, due);
    const sent = await carried;
    if (sent === undefined) return;
    await record(deps, due, sent);
    if (sent.fault === undefined) counts.sent += 1;
    else counts.failed += 1;
  };
  const inOrder = async (row: readonly DueNotice[]): Promise<void> => {
    for (const due of row) await sendOne(due);
  };
  while (!signal.aborted) {
    const at = deps.clock.now();
    const claim = { channels, at, until: at.add({ minutes: LEASE }), limit: AT_ONCE };
    const due = (await transact(deps.db, async (tx) => ok(await claimNotices(tx, claim)))).value;
    if (due.length === 0) break;
    const rows = [...Map.groupBy(due, ({ subscription }) => subscription.id).values()];
    for (let from = 0; from < rows.length; from += BESIDE) {
      await Promise.all(rows.slice(from, from + BESIDE).map(inOrder));
    }
  }
  return ok(counts);
}
