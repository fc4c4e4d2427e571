-- Pages and data of labels as they are sent, so that they need not be drawn for each reader. All of it can be made again:
-- it is not written to the log of the database, and is gone after a crash. What changes a label, or is logged about it,
-- removes what was stored of it in the same transaction.

create unlogged table stored_pages (
  number text collate "C" not null,
  kind text collate "C" not null check (kind in ('page.ja', 'page.en', 'json')),
  edition text not null,
  made_on date not null,
  holds_until date check (holds_until > made_on),
  etag text not null,
  modified text,
  body text not null,
  primary key (number, kind)
);
-- Compressed already.
alter table stored_pages alter column body set storage external;
comment on table stored_pages is 'The answers about labels as they are sent, made when they are first asked for';
comment on column stored_pages.edition is 'By which program, scheme data and settings it was made';
comment on column stored_pages.made_on is 'The legal day it tells of';
comment on column stored_pages.holds_until is 'The first legal day on which it would say something else; none if the calendar never changes it';
comment on column stored_pages.modified is 'Its Last-Modified, where it has one';
comment on column stored_pages.body is 'Compressed with gzip, in base64: shorter than the hexadecimal digits in which bytes travel';

create function forget_pages_of_label() returns trigger language plpgsql as $$
begin
  delete from stored_pages where number in (old.number, new.number);
  return null;
end $$;
create trigger labels_forget_pages after update or delete on labels
  for each row execute function forget_pages_of_label();

create function forget_pages_of_entries() returns trigger language plpgsql as $$
begin
  delete from stored_pages where number in (select subject from logged);
  return null;
end $$;
create trigger public_log_forgets_pages after insert on public_log
  referencing new table as logged for each statement execute function forget_pages_of_entries();

-- Also where triggers are otherwise off, as in a replication session.
alter table labels enable always trigger labels_forget_pages;
alter table public_log enable always trigger public_log_forgets_pages;
