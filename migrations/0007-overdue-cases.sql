-- Once a day and at each start; it may run beside itself, and what one run leaves the next one takes.
select pgboss.create_queue('discontinue-overdue-cases', '{
  "policy": "short", "retryLimit": 5, "retryDelay": 600, "expireInSeconds": 3600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
