-- Who is told of what happens in the register, by mail or by webhook. Nobody needs an account for it: who holds a
-- subscription's secret may confirm it, look at it and end it. What is ended is deleted, and nothing is kept of it.

create table subscriptions (
  id uuid primary key,
  channel text not null check (channel in ('mail', 'webhook')),
  address text not null check (address like '%_@_%' or address like 'http%://_%'),
  topic_kind text not null check (topic_kind in ('label', 'maker', 'type', 'search')),
  topic text not null,
  language text not null check (language in ('ja', 'en')),
  secret text not null unique check (secret ~ '^[A-Za-z0-9_-]{43}$'),
  signing_key text,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  failing_since timestamptz,
  disabled_at timestamptz,
  check ((channel = 'webhook') = (signing_key is not null))
);
comment on table subscriptions is 'Who is told of what; an address that was not confirmed is deleted after two days';
comment on column subscriptions.topic is 'A number, the key of a maker, the id of a type, or a search as canonical JSON';
comment on column subscriptions.secret is 'Stands in every message, so it is kept as it is; it lets nobody in anywhere else';
comment on column subscriptions.signing_key is 'Messages to a webhook are signed with it (HMAC-SHA256), so it is kept as it is';
comment on column subscriptions.confirmed_at is 'When the reader followed the link, or the webhook first answered';
create unique index subscriptions_once on subscriptions (address, topic_kind, md5(topic)) where channel = 'mail';
create index subscriptions_by_topic on subscriptions (topic_kind, md5(topic))
  where confirmed_at is not null and disabled_at is null;
create index subscriptions_unconfirmed on subscriptions (asked_at) where confirmed_at is null;

create table notices (
  id uuid primary key default gen_random_uuid(),
  subscription uuid not null references subscriptions on delete cascade,
  occurrence text not null check (occurrence <> ''),
  at timestamptz not null,
  attempts integer not null default 0 check (attempts >= 0),
  due_at timestamptz,
  tried_at timestamptz,
  done_at timestamptz,
  status integer,
  fault text,
  unique (subscription, occurrence),
  check (done_at is null or due_at is null)
);
comment on table notices is 'What each subscription was or will be told, each thing once';
comment on column notices.occurrence is 'What is told: a label’s number and what happened to it, or what the subscription itself asks for';
comment on column notices.due_at is 'When it is tried next; empty when it was told or given up';
comment on column notices.fault is 'Why the last attempt failed; names no address';
create index notices_due on notices (due_at) where due_at is not null;

create table calendar_told (
  only_row boolean primary key default true check (only_row),
  until_day date not null
);
comment on table calendar_told is 'One row: the legal day until which changes by the calendar were written into notices';
create index label_search_by_grace on label_search (grace_until);

alter table attempts drop constraint attempts_kind_check;
alter table attempts add constraint attempts_kind_check check (kind in
  ('sign_in', 'invitation', 'recovery_by_network', 'recovery_by_account', 'subscribe_by_network', 'subscribe_by_address'));

-- Writes down whom a publication is told to, with the act's own event; then sends what is due.
select pgboss.create_queue('tell-publication', '{
  "policy": "standard", "retryLimit": 30, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 3600,
  "expireInSeconds": 600, "heartbeatSeconds": 60, "retentionSeconds": 31536000, "deleteAfterSeconds": 2592000
}'::jsonb);
-- Once a day: what the calendar changed.
select pgboss.create_queue('tell-calendar-changes', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 3600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
-- Sends what is due, and tries again what failed, later each time.
select pgboss.create_queue('send-notices', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 900, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
