-- Which scheme data a draft was begun or last carried over under, and on which day, so that its applicant can be told what
-- has changed since. Drafts begun before do not know; submitted cases have `scheme_version`.
alter table cases add column drafted_under text collate "C" references scheme_versions;
alter table cases add column drafted_on date;
alter table cases add check ((drafted_under is null) = (drafted_on is null));
