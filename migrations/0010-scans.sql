-- What a malware scanner found in a stored file, the latest time it looked. A file without a row waits for its scan.
create table file_scans (
  sha256 text collate "C" primary key references files,
  outcome text not null check (outcome in ('clean', 'infected', 'unscannable')),
  -- The name of the signature that was found, or why the file could not be scanned.
  finding text check (finding <> ''),
  scanned_at timestamptz not null,
  engine text not null check (engine <> ''),
  -- Which signatures the engine knew then; empty when it does not tell.
  signatures text not null,
  check ((outcome = 'clean') = (finding is null))
);

-- Runs once for each edit that brought files; tried again for about four hours, then the timed job takes over.
select pgboss.create_queue('scan-files', '{
  "policy": "standard", "retryLimit": 10, "retryDelay": 15, "retryBackoff": true, "retryDelayMax": 3600,
  "expireInSeconds": 3600, "heartbeatSeconds": 60, "retentionSeconds": 31536000, "deleteAfterSeconds": 2592000
}'::jsonb);

select pgboss.create_queue('scan-waiting-files', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 21600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
