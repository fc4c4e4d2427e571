import { PUBLIC } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { listNotices, type NoticeRow } from '../../db/notices.ts';
import {
  confirmSubscription,
  deleteSubscription,
  findSubscription,
  type SubscriptionRow,
} from '../../db/subscriptions.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { nameTopic, type NamedTopic } from './topic-of.ts';

/** Minutes for which the page of a new webhook shows the key of its messages. */
const KEY_SHOWN_MINUTES = 60;

/** Notices that are shown. */
const SHOWN_NOTICES = 100;

/** A subscription as whoever holds its secret sees it, with what it was told last. */
export type ShownSubscription = {
  readonly subscription: SubscriptionRow;
  readonly topic: NamedTopic;
  /** What a webhook's messages are signed with, for an hour after it was asked for. */
  readonly signingKey: string | undefined;
  readonly notices: readonly NoticeRow[];
};

/** Nobody holds this secret, or not any more. */
type NoSuchSubscription = AccessRefusal | { readonly code: 'no_such_subscription' };

/** The subscription somebody holds the secret of; undefined where there is none. */
export async function readSubscription(deps: Deps, secret: string): Promise<ShownSubscription | undefined> {
  const { kysely } = deps.db;
  const subscription = await findSubscription(kysely, secret);
  if (subscription === undefined) return undefined;
  const { topic_kind: kind, topic: text } = subscription;
  const [topic, notices] = await Promise.all([
    nameTopic(deps, { kind, text }),
    listNotices(kysely, subscription.id, SHOWN_NOTICES),
  ]);
  const { signing_key: key, asked_at: askedAt } = subscription;
  const isNew = Temporal.Instant.compare(deps.clock.now(), askedAt.add({ minutes: KEY_SHOWN_MINUTES })) < 0;
  return { subscription, topic, notices, signingKey: isNew && key !== null ? key : undefined };
}

type ActId = 'subscription.confirm' | 'subscription.end';

/** Does one thing to the subscription somebody holds the secret of; when it is done already, nothing happens again. */
function actOn(
  deps: Deps,
  secret: string,
  act: ActId,
  change: (tx: Tx, subscription: SubscriptionRow, at: Temporal.Instant) => Promise<boolean>,
): Promise<Result<true, NoSuchSubscription>> {
  return transact(deps.db, async (tx): Promise<Result<true, NoSuchSubscription>> => {
    const allowed = authorize(PUBLIC, act, {});
    if (!allowed.ok) return allowed;
    const subscription = await findSubscription(tx, secret);
    if (subscription === undefined) return refused({ code: 'no_such_subscription' });
    const at = deps.clock.now();
    if (!(await change(tx, subscription, at))) return ok(true);
    await appendEvent(tx, {
      at,
      act,
      actor: undefined,
      subject: { kind: 'subscription', id: subscription.id },
      detail: { channel: subscription.channel },
    });
    return ok(true);
  });
}

/** Confirms a subscription by mail, once. A webhook confirms itself by what it sends back. */
export function confirmOwnSubscription(deps: Deps, secret: string): Promise<Result<true, NoSuchSubscription>> {
  return actOn(deps, secret, 'subscription.confirm', async (tx, subscription, at) =>
    subscription.channel === 'mail' ? confirmSubscription(tx, subscription, at) : false,
  );
}

/** Ends a subscription and forgets its address and all it was told. */
export function endSubscription(deps: Deps, secret: string): Promise<Result<true, NoSuchSubscription>> {
  return actOn(deps, secret, 'subscription.end', (tx, { id }) => deleteSubscription(tx, id));
}
