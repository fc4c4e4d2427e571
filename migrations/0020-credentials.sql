-- Labels as signed credentials: the issuer's keys, the credentials once made, and what the status lists say.

create table issuer_keys (
  public_key bytea primary key check (octet_length(public_key) = 32),
  used_from timestamptz not null,
  used_until timestamptz,
  revoked_at timestamptz,
  constraint issuer_keys_used_in_order check (used_until >= used_from),
  constraint issuer_keys_revoked_after_use check (revoked_at is null or used_until is not null)
);
create unique index issuer_keys_one_signs on issuer_keys ((true)) where used_until is null;
comment on table issuer_keys is 'Every key the issuer of credentials ever had; the one without used_until signs';

create table label_credentials (
  entry bigint not null references public_log,
  issuer text not null check (issuer <> ''),
  public_key bytea not null references issuer_keys,
  credential text not null check (credential <> ''),
  made_at timestamptz not null,
  primary key (entry, issuer, public_key)
);
alter table label_credentials alter column credential set storage external;
create index label_credentials_by_issuer on label_credentials (issuer, entry);
create index label_credentials_by_key on label_credentials (public_key);
create trigger label_credentials_are_append_only before update or delete or truncate on label_credentials
  for each statement execute function refuse_change();
comment on column label_credentials.entry is 'The entry of the public log that says what the credential says';

create table label_statuses (
  label_id uuid primary key references labels,
  entry bigint not null unique references public_log,
  is_revoked boolean not null,
  is_suspended boolean not null,
  changed_at timestamptz not null
);
comment on table label_statuses is 'Labels that are or were revoked or suspended; every other label is neither';
comment on column label_statuses.entry is 'The entry of the public log that made the label public: its place in the status lists';

-- Signs the credentials of labels that have none yet, or none by a key that is still believed.
select pgboss.create_queue('make-credentials', '{
  "policy": "short", "retryLimit": 0, "expireInSeconds": 3600, "heartbeatSeconds": 60,
  "retentionSeconds": 86400, "deleteAfterSeconds": 2592000
}'::jsonb);
