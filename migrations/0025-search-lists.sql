-- Lists of labels without reading whole records, and counts that stay quick in a large register.

create table label_lines (
  label_id uuid primary key references labels deferrable initially deferred,
  line jsonb not null
);
comment on table label_lines is 'What a list shows of a published label; made again from labels together with label_search';

create index labels_by_publication on labels (published_at, number) where published_at is not null;
create index label_search_by_type on label_search (product_type, position);

-- Never read: as it is, outside the rows, which a search reads many of.
alter table label_search alter column grams set storage external;
-- What is looked for is known when the statement runs, not when it is planned: one plan by the index fits all.
alter table label_search alter column grams set statistics 0;
