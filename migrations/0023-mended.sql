-- What was found where the register could differ from what is logged.

-- Each night: whether labels are found by what their records say.
select pgboss.create_queue('compare-search', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 21600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);

-- What declarations say of people: beside the record, which is logged and can never be taken away.
create table declared_answers (
  label_id uuid primary key references labels,
  answers text not null
);
comment on table declared_answers is 'Names on declarations; a row may be removed at any time, as when its retention period ends';
