-- The outbox: what is written to people when something happens to what is theirs, once for each event and address.

create table mails (
  id uuid primary key,
  event bigint not null,
  kind text not null check (kind <> ''),
  recipient text not null check (recipient = lower(recipient) and recipient like '%_@_%'),
  subject text not null check (subject <> '' and subject !~ '[\r\n]'),
  body text,
  is_secret boolean not null,
  written_at timestamptz not null,
  attempts integer not null default 0 check (attempts >= 0),
  tried_at timestamptz,
  sent_at timestamptz,
  fault text,
  unique (event, recipient),
  check (sent_at is null or fault is null),
  check (body is not null or is_secret)
);
comment on column mails.body is 'Taken out when a secret mail was sent: it holds a link that lets somebody in';
comment on column mails.fault is 'Why the last attempt failed; names no address and no password';
create index mails_by_writing on mails (written_at desc, id);

-- Writes the mails of an event and sends them; tried again for about a day, and never twice to who has it.
select pgboss.create_queue('mail-event', '{
  "policy": "standard", "retryLimit": 30, "retryDelay": 30, "retryBackoff": true, "retryDelayMax": 3600,
  "expireInSeconds": 600, "heartbeatSeconds": 60, "retentionSeconds": 31536000, "deleteAfterSeconds": 2592000
}'::jsonb);
