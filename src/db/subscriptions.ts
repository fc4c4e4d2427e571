import { sql } from 'kysely';
import type { SubscriptionId } from '../core/kernel/ids.ts';
import type { Topic } from '../core/register/topic.ts';
import type { Reader } from './database.ts';
import type { SubscriptionsTable } from './subscription-tables.ts';
import type { Tx } from './transact.ts';

/** A subscription as stored. */
export type SubscriptionRow = Readonly<SubscriptionsTable>;

/** A subscription as it is asked for; nothing is confirmed yet. */
type NewSubscription = Omit<SubscriptionRow, 'confirmed_at' | 'failing_since' | 'disabled_at'>;

/**
 * Creates a subscription. A mail address has one for each topic: where it is there already that one is answered with, asked
 * for anew now, and nothing else of it changes.
 */
export async function insertSubscription(tx: Tx, subscription: NewSubscription): Promise<SubscriptionRow> {
  const { id, channel, address, topic_kind, topic, language, secret, signing_key, asked_at } = subscription;
  const { rows } = await sql<SubscriptionRow>`
    insert into subscriptions (id, channel, address, topic_kind, topic, language, secret, signing_key, asked_at)
    values (${id}, ${channel}, ${address}, ${topic_kind}, ${topic}, ${language}, ${secret}, ${signing_key}, ${asked_at})
    on conflict (address, topic_kind, md5(topic)) where channel = 'mail'
    do update set asked_at = excluded.asked_at
    returning *`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a subscription was neither made nor found');
  return row;
}

/** The subscription somebody holds the secret of. */
export async function findSubscription(db: Reader, secret: string): Promise<SubscriptionRow | undefined> {
  return db.selectFrom('subscriptions').selectAll().where('secret', '=', secret).executeTakeFirst();
}

/** Confirms a subscription that is not yet; answers whether it was one. */
export async function confirmSubscription(tx: Tx, id: SubscriptionId, at: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql`
    update subscriptions set confirmed_at = ${at} where id = ${id} and confirmed_at is null returning id`.execute(tx);
  return rows.length > 0;
}

/** Ends a subscription: it is deleted with everything that was told; answers whether there was one. */
export async function deleteSubscription(tx: Tx, id: SubscriptionId): Promise<boolean> {
  return (await tx.deleteFrom('subscriptions').where('id', '=', id).returning('id').executeTakeFirst()) !== undefined;
}

/** Deletes what was asked for before a moment and never confirmed; answers how many there were. */
export async function deleteUnconfirmed(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`
    delete from subscriptions where confirmed_at is null and asked_at < ${before} returning id`.execute(tx);
  return rows.length;
}

/** The searches somebody follows, each once. */
export async function listFollowedSearches(db: Reader): Promise<readonly Topic['text'][]> {
  const { rows } = await sql<{ topic: string }>`
    select distinct topic from subscriptions
    where topic_kind = 'search' and confirmed_at is not null and disabled_at is null order by topic`.execute(db);
  return rows.map(({ topic }) => topic);
}

/** Remembers that telling a subscription worked, or since when it has failed; one that failed for too long is disabled. */
export async function saveDelivery(
  tx: Tx,
  id: SubscriptionId,
  {
    at,
    isDone,
    disabledBefore,
  }: { readonly at: Temporal.Instant; readonly isDone: boolean; readonly disabledBefore: Temporal.Instant },
): Promise<void> {
  if (isDone) {
    await sql`update subscriptions set failing_since = null where id = ${id} and failing_since is not null`.execute(tx);
    return;
  }
  await sql`update subscriptions set failing_since = coalesce(failing_since, ${at}),
    disabled_at = case when failing_since <= ${disabledBefore} then coalesce(disabled_at, ${at}) else disabled_at end
    where id = ${id}`.execute(tx);
}
