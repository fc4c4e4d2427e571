-- One queue for each job (src/entry/job-list.ts). A job is enqueued in the transaction of the act it follows, also by
-- processes that run none, so its queue must be there before the first act: a new job needs a new migration.

-- Runs once for each submission. A year of waiting, because a worker may be away; tried again for about four hours.
select pgboss.create_queue('verify-receipt', '{
  "policy": "standard", "retryLimit": 10, "retryDelay": 15, "retryBackoff": true, "retryDelayMax": 3600,
  "expireInSeconds": 3600, "heartbeatSeconds": 60, "retentionSeconds": 31536000, "deleteAfterSeconds": 2592000
}'::jsonb);

-- Runs every minute and may run beside itself, so one that died stops nobody ("short": one waiting is enough).
select pgboss.create_queue('publish-due-labels', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 600, "retentionSeconds": 3600, "deleteAfterSeconds": 3600
}'::jsonb);

select pgboss.create_queue('reconcile-files', '{
  "policy": "short", "retryLimit": 2, "retryDelay": 600, "expireInSeconds": 21600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
