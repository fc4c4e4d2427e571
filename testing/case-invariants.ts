import { sql } from 'kysely';
import type { Database } from '../src/db/database.ts';

/** What must hold in the database after every act, each as a query for what breaks it. */
const BROKEN: Readonly<Record<string, string>> = {
  'a label stands where, and only where, a case was granted': `
    select from cases full join labels on labels.case_id = cases.id
    where (cases.state = 'granted') is distinct from (labels.id is not null)`,
  'a published label has its one entry in the public log, and the log nothing else but criteria': `
    select from (select number from labels where published_at is not null) published
    full join (select * from public_log where kind <> 'criteria-published') public_log
      on public_log.subject = published.number where published.number is null or public_log.index is null`,
  'the public log is counted from 0 without a hole, and its head knows its size': `
    select from public_log_head, (select count(*) as n, coalesce(max(index) + 1, 0) as next from public_log) log
    where size <> n or size <> next`,
  'a fee was charged where, and only where, a case was accepted': `
    select from cases left join fees on fees.case_id = cases.id
    where (fees.case_id is not null) <> (cases.acceptance_number is not null)`,
  'a fee is paid before a decision is awaited, and not while the case is only accepted': `
    select from cases join fees on fees.case_id = cases.id
    where state in ('accepted', 'awaiting_decision', 'granted', 'refused') and (paid_on is null) <> (state = 'accepted')`,
  'counters are where the numbers given are: none was lost or given twice': `
    select from (values
      ('application', (select count(distinct application_number) from cases)),
      ('acceptance', (select count(distinct acceptance_number) from cases)),
      ('provisional', (select count(distinct provisional_number) from cases)),
      ('registration', (select count(distinct number) from labels))
    ) given (kind, n) where n <> (select coalesce(sum(last), 0) from number_counters where number_counters.kind = given.kind)`,
  'a decided case has a decision confirmed by another person than proposed it and checked the format': `
    select from cases left join label_decisions d on d.case_id = cases.id and d.confirmed_by is not null
    where (state in ('granted', 'refused')) <> (d.id is not null)
      or d.confirmed_by = d.proposed_by or (d.outcome = 'grant') <> (state = 'granted')
      or d.confirmed_by in (select officer from format_checks where format_checks.case_id = cases.id)`,
  'a decision binds to the last submission of its case': `
    select from label_decisions d where withdrawn_at is null and seal is distinct from
      (select seal from submissions s where s.case_id = d.case_id order by sequence desc limit 1)`,
  'only drafts, and what was given up as one, were never submitted': `
    select from cases where (exists (select from submissions s where s.case_id = cases.id)) <> (first_submitted_on is not null)
      or (state not in ('draft', 'discontinued') and first_submitted_on is null) or (state = 'draft' and first_submitted_on is not null)`,
  'each line of a receipt names a stored file of that size': `
    select from submission_files l left join files on files.sha256 = l.sha256 where files.size is distinct from l.size`,
  'every submission but the last was returned, and the last of a submitted case was not looked at': `
    select from submissions s join cases on cases.id = s.case_id
    left join format_checks f on f.case_id = s.case_id and f.sequence = s.sequence
    where case when s.sequence < (select max(sequence) from submissions m where m.case_id = s.case_id)
      then f.outcome is distinct from 'returned'
      else (cases.state = 'submitted' and f.outcome is not null) or (cases.state = 'returned' and f.outcome <> 'returned') end`,
  'what has ended waits for nothing': `
    select from cases where state in ('granted', 'refused', 'not_accepted', 'discontinued') and due_on is not null`,
};

/** The promises that do not hold in a database of cases, in words. */
export async function brokenPromises(db: Database): Promise<readonly string[]> {
  const query = Object.entries(BROKEN)
    .map(([promise, broken]) => `select '${promise}' as promise where exists (${broken})`)
    .join('\nunion all\n');
  const { rows } = await sql.raw<{ promise: string }>(query).execute(db.kysely);
  return rows.map(({ promise }) => promise);
}

/** How many events the audit trail holds. */
export async function countEvents(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from events`.execute(db.kysely);
  return rows[0]?.n ?? 0;
}
