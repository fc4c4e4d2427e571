create table files (
  -- Listed in byte order, as file stores list theirs.
  sha256 text collate "C" primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null check (media_type <> ''),
  stored_at timestamptz not null
);

-- An audit row outlives what it is about, hence no foreign keys.
create table events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  act text not null check (act <> ''),
  actor_person uuid,
  actor_organisation uuid,
  on_behalf_of uuid,
  actor_role text,
  subject_kind text not null check (subject_kind <> ''),
  subject_id text not null check (subject_id <> ''),
  reason text,
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
);

create index events_by_subject on events (subject_kind, subject_id, id);
create index events_by_person on events (actor_person, id) where actor_person is not null;

create table public_log (
  index bigint primary key check (index >= 0),
  at timestamptz not null,
  kind text not null check (kind <> ''),
  subject text not null check (subject <> ''),
  entry text not null check (entry <> '')
);

create index public_log_by_subject on public_log (subject, index);

create table public_log_head (
  only_row boolean primary key default true check (only_row),
  size bigint not null check (size >= 0)
);

insert into public_log_head (size) values (0);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger events_are_append_only
  before update or delete or truncate on events
  for each statement execute function refuse_change();

create trigger public_log_is_append_only
  before update or delete or truncate on public_log
  for each statement execute function refuse_change();

create trigger public_log_head_stays
  before delete or truncate on public_log_head
  for each statement execute function refuse_change();

-- Also where triggers are otherwise off, as in a replication session.
alter table events enable always trigger events_are_append_only;
alter table public_log enable always trigger public_log_is_append_only;
alter table public_log_head enable always trigger public_log_head_stays;
