-- What the officers' desk reads and keeps: the queue, the working state of a format check, notes, forms sent once.

-- Beside the stored answers, so that lists need not open them; empty while not answered.
alter table cases add column product_name text not null default '';
alter table cases add column product_type text not null default '';
alter table cases add column assigned_to uuid references people;
comment on column cases.assigned_to is 'The officer who works on the case; it says who looks after it, never who may act';

-- A text with an escape jsonb does not take is left until the case is next saved.
update cases set
  product_name = coalesce(application::jsonb #>> '{answers,product.name}', ''),
  product_type = coalesce(application::jsonb #>> '{answers,product.type}', '')
where application !~ '\\u(0000|d[89a-f])';

-- The queue reads this index alone until it knows which rows to show.
create index cases_open_by_due on cases (due_on, id)
  include (state, level, product_type, assigned_to, first_submitted_on)
  where state in ('submitted', 'returned', 'accepted', 'in_review', 'more_asked', 'awaiting_decision');
create index cases_by_received on cases (first_submitted_on desc, id) where first_submitted_on is not null;
create index case_files_by_content on case_files (sha256);
create index submissions_by_answers on submissions (answers_sha256);

create table case_models (
  case_id uuid not null references cases,
  model_key text not null check (model_key <> ''),
  primary key (case_id, model_key)
);
comment on table case_models is 'The folded model numbers of the latest submission of a case';
create index case_models_by_key on case_models (model_key);

create table format_check_drafts (
  case_id uuid not null,
  sequence integer not null,
  item text not null,
  is_ticked boolean not null,
  remark text not null,
  saved_by uuid not null references people,
  saved_at timestamptz not null,
  primary key (case_id, sequence, item),
  foreign key (case_id, sequence) references submissions
);
comment on table format_check_drafts is 'What an officer has ticked and written so far about a submission; only the format check itself counts';

create table case_notes (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  author uuid not null references people,
  written_at timestamptz not null,
  note text not null check (note <> ''),
  sent_as uuid not null unique
);
comment on column case_notes.sent_as is 'The key of the form that brought it, so that sending it twice writes it once';
create index case_notes_by_case on case_notes (case_id, id);

create trigger case_notes_are_append_only
  before update or delete or truncate on case_notes
  for each statement execute function refuse_change();
alter table case_notes enable always trigger case_notes_are_append_only;

create table sent_forms (
  person uuid not null references people,
  key uuid not null,
  sent_at timestamptz not null,
  led_to text,
  primary key (person, key)
);
comment on table sent_forms is 'The forms people sent, by the key each carries, and the page the act led to once it was done';
create index sent_forms_by_time on sent_forms (sent_at);
