-- A mandate may be limited to named applications, and may rest on a scanned letter (委任状) that staff confirm.

alter table mandates
  add column is_limited boolean not null default false,
  add column allows_new boolean not null default true,
  add column letter text collate "C" references files,
  add column letter_name text check (letter_name <> ''),
  add column decided_at timestamptz,
  add column decided_by uuid references people,
  add column is_confirmed boolean,
  add column decision_reason text check (decision_reason <> ''),
  add constraint mandates_cover_something check (is_limited or allows_new),
  add constraint mandates_letter_has_a_name check ((letter is null) = (letter_name is null)),
  add constraint mandates_decision_is_whole
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (is_confirmed is null)),
  add constraint mandates_decision_is_about_a_letter check (decided_at is null or letter is not null),
  add constraint mandates_refusal_has_a_reason check (is_confirmed is not false or decision_reason is not null);
comment on column mandates.is_limited is 'Whether it covers only the applications in mandate_cases';
comment on column mandates.allows_new is 'Whether the agent may open applications; in a limited one they join mandate_cases';
comment on column mandates.letter is 'The scanned letter; a mandate with one gives no rights before staff confirmed it';
create index mandates_by_letter on mandates (given_at) where letter is not null and decided_at is null;

create table mandate_cases (
  mandate uuid not null references mandates,
  case_id uuid not null references cases,
  primary key (mandate, case_id)
);
create index mandate_cases_by_case on mandate_cases (case_id);
