-- What was found where the register could differ from what is logged.

-- Each night: whether labels are found by what their records say.
select pgboss.create_queue('compare-search', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 21600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
