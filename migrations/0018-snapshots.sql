-- The register as it was at the end of each day, as a file with its hash.

create table snapshots (
  day date primary key,
  sha256 text collate "C" not null references files,
  labels integer not null check (labels >= 0),
  taken_at timestamptz not null
);
comment on table snapshots is 'One file a day: every label that was public on that day, as JSON Lines, packed with gzip';

select pgboss.create_queue('take-snapshots', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 21600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
