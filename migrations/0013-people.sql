-- At most one invitation of a person is open. The search of organisations; the language somebody's mails are written in.

delete from invitations older using invitations newer
  where older.person = newer.person and older.used_at is null and newer.used_at is null
    and (older.made_at, older.id) < (newer.made_at, newer.id);
create unique index invitations_open on invitations (person) where used_at is null;
create index memberships_by_organisation on memberships (organisation);

alter table people add column language text check (language in ('ja', 'en'));
comment on column people.language is 'The language mails are written in; both when it is not known';

-- Sends what nobody sent when it was written, as before a mail server was configured, and clears links that have expired.
select pgboss.create_queue('send-waiting-mails', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 3600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
