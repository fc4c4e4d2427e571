-- The public log becomes a Merkle tree (RFC 6962): each entry has its hash, the head knows the right edge of the tree and
-- the signed checkpoint. What was logged before is carried over here, entry by entry in its order, so that it is proven
-- like everything after it; the first checkpoint is signed by the program, at its next start.

-- No longer than a bundle of entries can say (C2SP tlog-tiles): a longer record is named by its hash. No checkpoint has
-- ever been signed, so nobody was promised the longer text.
alter table public_log disable trigger public_log_is_append_only;

update public_log
  set entry = substr(entry, 1, position(',"record":' in entry)) || '"recordSha256":"'
    || encode(sha256(convert_to(left(substr(entry, position(',"record":' in entry) + 10), -1), 'UTF8')), 'hex') || '"}'
  where octet_length(entry) > 65535 and kind = 'label-published';

alter table public_log add column leaf_hash bytea;

update public_log set leaf_hash = sha256('\x00'::bytea || convert_to(entry, 'UTF8'));

alter table public_log
  alter column leaf_hash set not null,
  add constraint public_log_entry_fits check (octet_length(entry) <= 65535),
  add constraint public_log_leaf_hash_is_entrys check (leaf_hash = sha256('\x00'::bytea || convert_to(entry, 'UTF8')));

alter table public_log enable always trigger public_log_is_append_only;

-- Hashes of full tiles: at level 1 of 256 entries, at level 2 of 65,536, and so on.
create table public_log_subtrees (
  level smallint not null check (level between 1 and 7),
  index bigint not null check (index >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (level, index)
);

create trigger public_log_subtrees_are_append_only
  before update or delete or truncate on public_log_subtrees
  for each statement execute function refuse_change();

alter table public_log_subtrees enable always trigger public_log_subtrees_are_append_only;

alter table public_log_head
  add column edge bytea not null default ''::bytea,
  add column verifier_key text,
  add column checkpoint text;

do $$
declare
  at_height integer := 0;
  width bigint := (select size from public_log_head);
  right_edge bytea := ''::bytea;
begin
  create temporary table growing (height integer, index bigint, hash bytea, primary key (height, index)) on commit drop;
  insert into growing select 0, index, leaf_hash from public_log;
  while width > 0 loop
    if width % 2 = 1 then
      right_edge := (select hash from growing g where g.height = at_height and g.index = width - 1) || right_edge;
    end if;
    insert into growing
      select at_height + 1, one.index / 2, sha256('\x01'::bytea || one.hash || other.hash)
      from growing one join growing other on other.height = one.height and other.index = one.index + 1
      where one.height = at_height and one.index % 2 = 0;
    at_height := at_height + 1;
    width := width / 2;
  end loop;
  insert into public_log_subtrees
    select g.height / 8, g.index, g.hash from growing g where g.height > 0 and g.height % 8 = 0;
  update public_log_head set edge = right_edge;
end
$$;

alter table public_log_head
  -- One hash for each binary digit 1 of the size.
  add constraint public_log_head_edge_fits check (octet_length(edge) = 32 * bit_count(size::bit(64))),
  add constraint public_log_head_is_signed_whole check ((verifier_key is null) = (checkpoint is null));
