-- The sorted list of all that was in the register at the end of a day, so that also what was not in it can be proven.

alter table snapshots
  add column list_sha256 text collate "C" references files,
  add column list_size integer check (list_size >= 0),
  add constraint snapshots_list_whole check ((list_sha256 is null) = (list_size is null));
comment on column snapshots.list_sha256 is 'The file of the list: its digests in order, then the hashes of its tiles from level 1 up; none for days before there were lists';
