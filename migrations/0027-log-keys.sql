-- A log may be given another key: for a time both sign its checkpoints, so that whoever knows one of them can verify them.
alter table public_log_head
  add column joining_key text,
  add constraint public_log_head_has_two_keys check (joining_key is null or (verifier_key is not null and joining_key <> verifier_key));
