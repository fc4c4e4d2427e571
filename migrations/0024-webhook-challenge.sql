-- A webhook confirms by sending back what only its reader can know, and an address is told of a topic once, by webhook as by
-- mail. Webhooks of before answered with a status alone: of those for the same topic the newest is kept, and each is asked anew.

alter table subscriptions add column challenge text check (challenge ~ '^[A-Za-z0-9_-]{43,64}$');
comment on column subscriptions.challenge is 'What a webhook must send back before anything else is sent to it';
comment on column subscriptions.confirmed_at is 'When the reader followed the link, or the webhook sent back its challenge';

delete from subscriptions as older using subscriptions as newer
where older.channel = 'webhook' and newer.address = older.address and newer.topic_kind = older.topic_kind
  and newer.topic = older.topic and (newer.asked_at, newer.id) > (older.asked_at, older.id);
delete from notices using subscriptions where subscription = subscriptions.id and channel = 'webhook';
update subscriptions set challenge = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''),
  confirmed_at = null, failing_since = null, disabled_at = null, asked_at = now()
where channel = 'webhook';
insert into notices (subscription, occurrence, at, due_at)
select id, 'challenge', now(), now() from subscriptions where channel = 'webhook';

alter table subscriptions add constraint subscriptions_challenge check ((channel = 'webhook') = (challenge is not null));
drop index subscriptions_once;
create unique index subscriptions_once on subscriptions (address, topic_kind, md5(topic));
