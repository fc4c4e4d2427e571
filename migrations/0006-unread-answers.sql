-- What was typed into a form and cannot be read as an answer yet, by the part of the application it belongs to.
alter table cases add column unread_answers jsonb not null default '{}'
  check (jsonb_typeof(unread_answers) = 'object');
