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
 * Creates a subscription; an address has one for each topic. A mail address that has it already is answered with what is
 * there, asked for anew now, and nothing else of it changes. A webhook that has not confirmed, or does not work any more,
 * begins anew under its new secrets; one that works keeps its own, and the answer is undefined.
 */
export async function insertSubscription(tx: Tx, subscription: NewSubscription): Promise<SubscriptionRow | undefined> {
  const { id, channel, address, topic_kind, topic, language, secret, signing_key, challenge, asked_at } = subscription;
  const again =
    channel === 'mail'
      ? sql`asked_at = excluded.asked_at`
      : sql`asked_at = excluded.asked_at, language = excluded.language, secret = excluded.secret,
          signing_key = excluded.signing_key, challenge = excluded.challenge,
          confirmed_at = null, failing_since = null, disabled_at = null
          where subscriptions.confirmed_at is null or subscriptions.disabled_at is not null`;
  const { rows } = await sql<SubscriptionRow>`
    insert into subscriptions
      (id, channel, address, topic_kind, topic, language, secret, signing_key, challenge, asked_at)
    values (${id}, ${channel}, ${address}, ${topic_kind}, ${topic}, ${language}, ${secret}, ${signing_key},
      ${challenge}, ${asked_at})
    on conflict (address, topic_kind, md5(topic)) do update set ${again}
    returning *`.execute(tx);
  return rows[0];
}

/** The subscription somebody holds the secret of. */
export async function findSubscription(db: Reader, secret: string): Promise<SubscriptionRow | undefined> {
  return db.selectFrom('subscriptions').selectAll().where('secret', '=', secret).executeTakeFirst();
}

/**
 * Confirms a subscription that is not yet, by the secret it has now: one that was asked for anew meanwhile is not confirmed
 * by what was sent before. Answers whether it was one.
 */
export async function confirmSubscription(
  tx: Tx,
  { id, secret }: Pick<SubscriptionRow, 'id' | 'secret'>,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update subscriptions set confirmed_at = ${at}
    where id = ${id} and secret = ${secret} and confirmed_at is null returning id`.execute(tx);
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
