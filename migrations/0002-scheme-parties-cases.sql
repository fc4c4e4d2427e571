-- The scheme's versions, its parties, and the case from draft to decision (DOMAIN §3, §5).

create table scheme_versions (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  position bigint generated always as identity unique,
  scheme text not null,
  content text not null,
  loaded_at timestamptz not null
);
comment on table scheme_versions is 'Every version of the scheme data ever in force here; never altered, because cases stay under theirs';

create table organisations (
  id uuid primary key,
  kind text not null check (kind in ('vendor', 'agent', 'operator')),
  name text not null check (name <> ''),
  name_en text not null,
  corporate_number text unique check (corporate_number ~ '^[1-9][0-9]{12}$'),
  address text not null,
  address_en text not null,
  registered_at timestamptz not null
);
comment on column organisations.name is 'Exactly as typed: neither NFC nor NFKC, both alter kanji';

create table people (
  id uuid primary key,
  name text not null check (name <> ''),
  mail text not null unique check (mail = lower(mail)),
  registered_at timestamptz not null
);

create table memberships (
  person uuid not null references people,
  organisation uuid not null references organisations,
  role text not null check (role in ('vendor-editor', 'vendor-signatory', 'agent', 'label-officer', 'reviewer', 'decider',
    'surveillance-officer', 'scheme-officer', 'administrator')),
  primary key (person, organisation, role)
);

create table mandates (
  id uuid primary key,
  vendor uuid not null references organisations,
  agent uuid not null references organisations,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  given_by uuid not null references people,
  given_at timestamptz not null,
  revoked_at timestamptz,
  check (vendor <> agent)
);
create index mandates_by_agent on mandates (agent);

create table number_counters (
  kind text not null check (kind in ('application', 'acceptance', 'provisional', 'registration')),
  scheme text not null,
  period text not null,
  last bigint not null check (last > 0),
  primary key (kind, scheme, period)
);

create table cases (
  id uuid primary key,
  kind text not null check (kind in ('new', 'renewal', 'change')),
  state text not null check (state in ('draft', 'submitted', 'returned', 'accepted', 'in_review', 'more_asked',
    'awaiting_decision', 'granted', 'refused', 'not_accepted', 'discontinued')),
  level text not null,
  vendor uuid not null references organisations,
  opened_by uuid not null references people,
  opened_at timestamptz not null,
  version integer not null check (version > 0),
  application text not null,
  application_number text not null unique,
  acceptance_number text unique,
  provisional_number text unique,
  scheme_version text references scheme_versions,
  first_submitted_on date,
  due_on date,
  ended_reason text,
  check ((scheme_version is null) = (first_submitted_on is null))
);
comment on column cases.scheme_version is 'The version in force on the day of the first submission; what a case was filed under stays as it was';
create index cases_by_vendor on cases (vendor, opened_at desc, id);
create index cases_by_state on cases (state, opened_at, id);

create table case_files (
  case_id uuid not null references cases,
  name text not null check (name <> ''),
  sha256 text not null references files,
  attached_by uuid not null references people,
  attached_at timestamptz not null,
  primary key (case_id, name)
);

create table submissions (
  case_id uuid not null references cases,
  sequence integer not null check (sequence > 0),
  received_at timestamptz not null,
  submitted_by uuid not null references people,
  application text not null,
  answers_sha256 text not null,
  seal text not null,
  primary key (case_id, sequence)
);
comment on column submissions.seal is 'SHA-256 over the answers and every file name, size and hash: what a decision binds to';

create table submission_files (
  case_id uuid not null,
  sequence integer not null,
  name text not null,
  size bigint not null,
  sha256 text not null references files,
  primary key (case_id, sequence, name),
  foreign key (case_id, sequence) references submissions
);

create table format_checks (
  case_id uuid not null,
  sequence integer not null,
  officer uuid not null references people,
  made_at timestamptz not null,
  outcome text not null check (outcome in ('accepted', 'returned', 'declined')),
  reason text,
  primary key (case_id, sequence),
  foreign key (case_id, sequence) references submissions
);

create table format_check_findings (
  case_id uuid not null,
  sequence integer not null,
  item text not null,
  remark text not null check (remark <> ''),
  primary key (case_id, sequence, item),
  foreign key (case_id, sequence) references format_checks
);

create table fees (
  case_id uuid primary key references cases,
  rule text not null,
  amount bigint not null check (amount >= 0),
  tax bigint not null check (tax >= 0 and tax <= amount),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  charged_on date not null,
  due_on date not null,
  paid_on date,
  recorded_by uuid references people,
  check ((paid_on is null) = (recorded_by is null))
);

create table label_decisions (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  outcome text not null check (outcome in ('grant', 'refuse')),
  reason text,
  valid_until date,
  seal text not null,
  proposed_by uuid not null references people,
  proposed_at timestamptz not null,
  withdrawn_by uuid references people,
  withdrawn_at timestamptz,
  confirmed_by uuid references people,
  confirmed_at timestamptz,
  check (confirmed_by <> proposed_by),
  check (withdrawn_at is null or confirmed_at is null)
);
comment on column label_decisions.valid_until is 'A last day earlier than the term gives, set by the operator with a reason';
create unique index one_open_decision on label_decisions (case_id) where withdrawn_at is null;

create table labels (
  id uuid primary key,
  case_id uuid not null unique references cases,
  vendor uuid not null references organisations,
  number text not null unique,
  number_key text not null unique,
  level text not null,
  scheme_version text not null references scheme_versions,
  issued_on date not null,
  valid_until date check (valid_until >= issued_on),
  grace_days integer not null check (grace_days >= 0),
  publish_on date not null,
  published_at timestamptz,
  record text not null,
  search_key text not null
);
comment on column labels.publish_on is 'The wished day of publication, or the day of grant; public only once published_at is set';
create index labels_to_publish on labels (publish_on) where published_at is null;
create index labels_newest on labels (issued_on desc, number) where published_at is not null;
create index labels_by_vendor on labels (vendor);

create table label_models (
  label_id uuid not null references labels,
  position integer not null,
  number text not null,
  model_key text not null,
  primary key (label_id, position)
);
create index label_models_by_key on label_models (model_key text_pattern_ops);
