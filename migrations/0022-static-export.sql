-- The public side copied as files, where a folder for it is configured.

select pgboss.create_queue('export-static', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 86400, "heartbeatSeconds": 60,
  "retentionSeconds": 3600, "deleteAfterSeconds": 86400
}'::jsonb);
