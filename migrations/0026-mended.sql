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

-- Labels that got no credential because their rows were not what is logged: asked about again until they are.
create table credential_gaps (
  entry bigint not null references public_log,
  issuer text not null check (issuer <> ''),
  primary key (entry, issuer)
);
comment on table credential_gaps is 'Entries the issuer has no credential for, though later ones have one';
insert into credential_gaps
  select log.index, made.issuer
  from (select issuer, max(entry) as last from label_credentials group by issuer) made
  join public_log log on log.kind = 'label-published' and log.index < made.last
  where not exists (
    select from label_credentials signed where signed.entry = log.index and signed.issuer = made.issuer
  );

-- What labels are besides their dates is told by the public log alone: a row beside it could say what nobody logged.
drop table label_statuses;
create index public_log_statuses on public_log (subject, index desc) where kind = 'label-status';
