import type { Generated } from 'kysely';
import type { NoticeId, SubscriptionId } from '../core/kernel/ids.ts';
import type { Language } from '../core/kernel/text.ts';
import type { Channel, Topic } from '../core/register/topic.ts';

/** Who is told of what happens in the register, how, and how that goes. */
export type SubscriptionsTable = {
  id: SubscriptionId;
  channel: Channel;
  /** A mail address, or the address of a webhook. */
  address: string;
  topic_kind: Topic['kind'];
  topic: string;
  language: Language;
  secret: string;
  signing_key: string | null;
  /** What a webhook must send back. */
  challenge: string | null;
  asked_at: Temporal.Instant;
  confirmed_at: Temporal.Instant | null;
  failing_since: Temporal.Instant | null;
  disabled_at: Temporal.Instant | null;
};

/** What each subscription was or will be told. */
export type NoticesTable = {
  id: Generated<NoticeId>;
  subscription: SubscriptionId;
  occurrence: string;
  at: Temporal.Instant;
  attempts: Generated<number>;
  due_at: Temporal.Instant | null;
  tried_at: Temporal.Instant | null;
  done_at: Temporal.Instant | null;
  status: number | null;
  fault: string | null;
};

/** The legal day until which changes by the calendar were written into notices. */
export type CalendarToldTable = {
  only_row: Generated<boolean>;
  until_day: Temporal.PlainDate;
};
