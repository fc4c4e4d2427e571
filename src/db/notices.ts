import { sql, type Selectable } from 'kysely';
import type { NoticeId, SubscriptionId } from '../core/kernel/ids.ts';
import type { Topic } from '../core/register/topic.ts';
import type { Reader } from './database.ts';
import type { NoticesTable } from './subscription-tables.ts';
import type { SubscriptionRow } from './subscriptions.ts';
import type { Tx } from './transact.ts';

/** Something that happened to a label, and the topics it belongs to besides searches. */
type ToldChange = {
  readonly occurrence: string;
  readonly at: Temporal.Instant;
  readonly number: string;
  readonly maker: string;
  readonly type: string;
};

/** A search and the number of a label that fits it. */
export type FittingLabel = { readonly topic: Topic['text']; readonly number: string };

/**
 * Writes down for every subscription that was confirmed before something happened that it is told of it, once each however
 * often it runs; answers how many are new.
 */
export async function insertNotices(
  tx: Tx,
  {
    changes,
    fitting,
    at,
  }: {
    readonly changes: readonly ToldChange[];
    readonly fitting: readonly FittingLabel[];
    readonly at: Temporal.Instant;
  },
): Promise<number> {
  const given = JSON.stringify(changes.map((change) => ({ ...change, at: change.at.toString() })));
  const { rows } = await sql`
    with change as materialized (
      select * from jsonb_to_recordset(${given}::jsonb)
        as change (occurrence text, at timestamptz, number text, maker text, type text)
    ), topic as (
      select occurrence, at, 'label' as kind, number as text from change
      union all select occurrence, at, 'maker', maker from change
      union all select occurrence, at, 'type', type from change
      union all select occurrence, at, 'search', fit.topic from change
        join jsonb_to_recordset(${JSON.stringify(fitting)}::jsonb) as fit (topic text, number text) using (number)
    )
    insert into notices (subscription, occurrence, at, due_at)
    select subscriptions.id, topic.occurrence, topic.at, ${at}
    from topic join subscriptions on topic_kind = topic.kind and md5(subscriptions.topic) = md5(topic.text)
      and subscriptions.topic = topic.text and confirmed_at <= topic.at and disabled_at is null
    on conflict (subscription, occurrence) do nothing returning id`.execute(tx);
  return rows.length;
}

/** Writes down what a subscription is told about itself. */
export async function insertOwnNotice(
  tx: Tx,
  subscription: SubscriptionId,
  { occurrence, at }: { readonly occurrence: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('notices')
    .values({ subscription, occurrence, at, due_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Forgets all that a subscription was told or would be: it begins anew. */
export async function deleteNoticesOf(tx: Tx, subscription: SubscriptionId): Promise<void> {
  await tx.deleteFrom('notices').where('subscription', '=', subscription).execute();
}

/** A notice as stored. */
export type NoticeRow = Readonly<Selectable<NoticesTable>>;

/** A notice that is about to be sent, with whom to. */
export type DueNotice = Pick<NoticeRow, 'occurrence' | 'at' | 'attempts'> & {
  readonly notice: NoticeId;
  readonly subscription: SubscriptionRow;
};

type ClaimedRow = Omit<SubscriptionRow, 'id'> & {
  readonly notice: NoticeId;
  readonly occurrence: string;
  readonly happened: Temporal.Instant;
  readonly tries: number;
  readonly subscription: SubscriptionId;
};

/**
 * Takes what is due, the earliest first, and puts it off by a while in which it is sent: whoever takes it does so alone, and
 * should they die it is due again. Of a subscription that has failed lately one at a time, so that it holds up no other.
 */
export async function claimNotices(
  tx: Tx,
  {
    channels,
    at,
    until,
    limit,
  }: {
    readonly channels: readonly string[];
    readonly at: Temporal.Instant;
    readonly until: Temporal.Instant;
    readonly limit: number;
  },
): Promise<readonly DueNotice[]> {
  const { rows } = await sql<ClaimedRow>`
    with due as (
      select notices.id, notices.due_at,
        row_number() over (partition by subscription order by notices.due_at, notices.at, notices.id) as place,
        failing_since is null as sound
      from notices join subscriptions on subscriptions.id = subscription
      where due_at <= ${at} and channel = any(${channels}::text[]) and disabled_at is null
    ), chosen as (
      select notices.id from notices where notices.id in
        (select id from due where place <= case when sound then 20 else 1 end order by due_at, id limit ${limit})
      and due_at <= ${at} for update skip locked
    ), claimed as (
      update notices set attempts = attempts + 1, tried_at = ${at}, due_at = ${until}
      where id in (select id from chosen) returning id, subscription, occurrence, at, attempts
    )
    select subscriptions.*, claimed.id as notice, claimed.subscription, occurrence, claimed.at as happened,
      claimed.attempts as tries
    from claimed join subscriptions on subscriptions.id = claimed.subscription
    order by claimed.at, claimed.id`.execute(tx);
  return rows.map(({ notice, occurrence, happened: at_, tries, subscription: id, ...row }) => ({
    notice,
    occurrence,
    at: at_,
    attempts: tries,
    subscription: { ...row, id },
  }));
}

/** How an attempt ended: it was taken, it is tried again at a moment, or it was given up. */
export type AttemptEnd = {
  readonly at: Temporal.Instant;
  readonly isDone: boolean;
  readonly dueAt: Temporal.Instant | undefined;
  readonly status: number | undefined;
  readonly fault: string | undefined;
};

/** Records how an attempt ended, unless somebody else has tried since. */
export async function saveAttemptEnd(
  tx: Tx,
  { notice, attempts }: Pick<DueNotice, 'notice' | 'attempts'>,
  { at, isDone, dueAt, status, fault }: AttemptEnd,
): Promise<void> {
  await tx
    .updateTable('notices')
    .set({
      done_at: isDone ? at : null,
      due_at: dueAt ?? null,
      status: status ?? null,
      fault: fault ?? null,
    })
    .where('id', '=', notice)
    .where('attempts', '=', attempts)
    .execute();
}

/** What a subscription was told last, the latest first. */
export async function listNotices(
  db: Reader,
  subscription: SubscriptionId,
  limit: number,
): Promise<readonly NoticeRow[]> {
  return db
    .selectFrom('notices')
    .selectAll()
    .where('subscription', '=', subscription)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Forgets what was told, or given up, before a moment; answers how many there were. */
export async function deleteOldNotices(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql`delete from notices where due_at is null and at < ${before} returning id`.execute(tx);
  return rows.length;
}

/** The legal day until which changes by the calendar are told; undefined before the first. Locks it. */
export async function lockCalendarTold(tx: Tx): Promise<Temporal.PlainDate | undefined> {
  const row = await tx.selectFrom('calendar_told').select('until_day').forUpdate().executeTakeFirst();
  return row?.until_day;
}

/** Records the legal day until which changes by the calendar are told. */
export async function saveCalendarTold(tx: Tx, day: Temporal.PlainDate): Promise<void> {
  await tx
    .insertInto('calendar_told')
    .values({ until_day: day })
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet({ until_day: day }))
    .execute();
}
