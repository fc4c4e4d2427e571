import { PUBLIC } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { SubscriptionId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { Channel, Topic } from '../../core/register/topic.ts';
import { appendEvent } from '../../db/events.ts';
import { deleteNoticesOf, insertOwnNotice } from '../../db/notices.ts';
import { insertSubscription, type SubscriptionRow } from '../../db/subscriptions.ts';
import { transact } from '../../db/transact.ts';
import { takeAttempt, type TooManyAttempts } from '../access/take-attempt.ts';
import type { Deps } from '../ports.ts';
import { topicOf, type AskedTopic, type NoSuchTopic } from './topic-of.ts';

/** What a message to a webhook is signed with begins with this (Standard Webhooks, signature scheme). */
const KEY_PREFIX = 'whsec_';

/** Who asks to be told of what, how, and in which language. */
export type AskedSubscription = {
  readonly channel: Channel;
  /** A mail address in lower case, or a web address, both known to be one. */
  readonly address: string;
  readonly topic: AskedTopic;
  readonly language: Language;
  /** The network it was asked from. */
  readonly network: string;
};

/** What the holder of a webhook is told: the secret of its page, where the key its messages are signed with is shown. */
type NewHook = { readonly secret: string };

/** The webhook is told of this already: whoever holds its messages holds the way to end it. */
type AlreadyTold = { readonly code: 'already_told' };

/** Why nothing is sent. */
export type AskRefusal = AccessRefusal | NoSuchTopic | TooManyAttempts | AlreadyTold;

type Kept = Result<NewHook | undefined, AccessRefusal | AlreadyTold>;

/** What is sent first; one mail a minute, however often the form is sent. */
function ownNotice({ confirmed_at: confirmedAt, channel }: SubscriptionRow, at: Temporal.Instant): string {
  if (channel === 'webhook') return 'challenge';
  return `${confirmedAt === null ? 'confirm' : 'already'}#${at.toString({ smallestUnit: 'minute' })}`;
}

/** What is known of a webhook to its holder and its reader alone. */
function hookSecrets({ ids }: Pick<Deps, 'ids'>, channel: Channel) {
  if (channel === 'mail') return { signing_key: null, challenge: null };
  const signingKey = KEY_PREFIX + Buffer.from(ids.secret(), 'base64url').toString('base64');
  return { signing_key: signingKey, challenge: ids.secret() };
}

function keep(deps: Deps, { channel, address, language }: AskedSubscription, topic: Topic): Promise<Kept> {
  const secrets = hookSecrets(deps, channel);
  const secret = deps.ids.secret();
  return transact(deps.db, async (tx): Promise<Kept> => {
    const allowed = authorize(PUBLIC, 'subscription.ask', {});
    if (!allowed.ok) return allowed;
    const at = deps.clock.now();
    const row = await insertSubscription(tx, {
      id: deps.ids.uuid() as SubscriptionId,
      channel,
      address,
      topic_kind: topic.kind,
      topic: topic.text,
      language,
      secret,
      ...secrets,
      asked_at: at,
    });
    if (row === undefined) return refused({ code: 'already_told' });
    if (channel === 'webhook') await deleteNoticesOf(tx, row.id);
    await insertOwnNotice(tx, row.id, { occurrence: ownNotice(row, at), at });
    const subject = { kind: 'subscription', id: row.id } as const;
    await appendEvent(tx, { at, act: 'subscription.ask', actor: undefined, subject, detail: { channel } });
    // The secret of a mail goes to its reader alone.
    return ok(channel === 'webhook' ? { secret } : undefined);
  });
}

/**
 * Asks to be told of a topic. Nothing is told before the address has shown that it wants it: a reader by following the link
 * in a mail, a webhook by sending back the challenge in its first message. The answer is the same whether a mail address was
 * known before, and whether it gets a mail now: one that was asked for too often gets none. What a webhook is answered with
 * is told only here.
 */
export async function askSubscription(
  deps: Deps,
  asked: AskedSubscription,
): Promise<Result<NewHook | undefined, AskRefusal>> {
  const topic = await topicOf(deps, asked.topic);
  if (!topic.ok) return topic;
  const byNetwork = await takeAttempt(deps, 'subscribe_by_network', asked.network);
  if (!byNetwork.ok) return byNetwork;
  const whose = asked.channel === 'mail' ? asked.address : new URL(asked.address).hostname;
  const byAddress = await takeAttempt(deps, 'subscribe_by_address', whose);
  if (byAddress.ok) return keep(deps, asked, topic.value);
  return asked.channel === 'mail' ? ok(undefined) : byAddress;
}
