-- What each witness has signed last of the public log's checkpoints (C2SP tlog-witness): asked for after the act, so a newer
-- checkpoint may have none yet.
create table public_log_cosignatures (
  witness text primary key check (witness <> ''),
  size bigint not null check (size >= 0),
  line text not null check (line <> '')
);

select pgboss.create_queue('cosign-checkpoint', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 3600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
