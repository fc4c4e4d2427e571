import type { ClientBase } from 'pg';

/** A case with how much of everything belongs to it. */
export type FoundCase = {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly application_number: string;
  readonly acceptance_number: string | null;
  readonly acts: readonly string[];
  readonly outcome: string | null;
  readonly submissions: number;
  readonly attached: number;
  readonly receipt_lines: number;
  readonly format_checks: number;
  readonly fees: number;
  readonly payments: number;
  readonly proposals: number;
  readonly confirmations: number;
  readonly labels: number;
  /** Jobs enqueued with the event of its submission. */
  readonly jobs: number;
};

/** A submission with its receipt, everything a seal covers. */
export type FoundSubmission = {
  readonly case_id: string;
  readonly application: string;
  readonly answers_sha256: string;
  readonly seal: string;
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[];
};

export type FoundLabel = {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly published_at: Temporal.Instant | null;
  readonly record: string;
  readonly models: number;
};

export type FoundEvent = {
  readonly at: Temporal.Instant;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
};

/** Everything a database says, read by plain SQL and not through the program's own queries. */
export type FoundState = {
  readonly cases: readonly FoundCase[];
  readonly submissions: readonly FoundSubmission[];
  readonly labels: readonly FoundLabel[];
  readonly events: readonly FoundEvent[];
  readonly log: readonly {
    readonly index: number;
    readonly kind: string;
    readonly subject: string;
    readonly entry: string;
  }[];
  readonly logSize: number;
  /** The checkpoint signed last, with its signature. */
  readonly checkpoint: string;
  readonly counters: readonly { readonly kind: string; readonly last: number }[];
};

const CASES = `
  with per_case as (
    select subject_id, array_agg(act order by id) as acts, max(detail->>'outcome') as outcome
    from events where subject_kind = 'case' group by subject_id
  ), counted as (
    select case_id, 'submissions' as what, count(*)::int as n from submissions group by 1
    union all select case_id, 'attached', count(*)::int from case_files group by 1
    union all select case_id, 'receipt_lines', count(*)::int from submission_files group by 1
    union all select case_id, 'format_checks', count(*)::int from format_checks group by 1
    union all select case_id, 'fees', count(*)::int from fees group by 1
    union all select case_id, 'payments', count(paid_on)::int from fees group by 1
    union all select case_id, 'proposals', count(*)::int from label_decisions group by 1
    union all select case_id, 'confirmations', count(confirmed_at)::int from label_decisions group by 1
    union all select case_id, 'labels', count(*)::int from labels group by 1
    union all select e.subject_id::uuid, 'jobs', count(*)::int from pgboss.job j
      join events e on e.id = (j.data->>'event')::bigint where j.name = 'verify-receipt' group by 1
  ), counts as (select case_id, jsonb_object_agg(what, n) as counts from counted group by 1)
  select id, state, version, application_number, acceptance_number, coalesce(acts, '{}') as acts, outcome,
    coalesce(counts, '{}') as counts
  from cases left join per_case on subject_id = cases.id::text left join counts on counts.case_id = cases.id
  order by id`;

const SUBMISSIONS = `
  select case_id, application, answers_sha256, seal,
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'size', size, 'sha256', sha256) order by name collate "C"), '[]')
     from submission_files f where f.case_id = s.case_id and f.sequence = s.sequence) as files
  from submissions s order by case_id, sequence`;

const LABELS = `
  select id, case_id, number, published_at, record,
    (select count(*)::int from label_models m where m.label_id = labels.id) as models
  from labels order by number`;

const NONE = {
  ...{ submissions: 0, attached: 0, receipt_lines: 0, format_checks: 0, fees: 0, payments: 0 },
  ...{ proposals: 0, confirmations: 0, labels: 0, jobs: 0 },
};

/** Reads everything that can be held against what was acknowledged. */
export async function readFoundState(database: Pick<ClientBase, 'query'>): Promise<FoundState> {
  const rows = async <Row>(text: string): Promise<readonly Row[]> => (await database.query(text)).rows as Row[];
  const cases = await rows<FoundCase & { readonly counts: Partial<FoundCase> }>(CASES);
  const heads = await rows<{ readonly size: number; readonly checkpoint: string | null }>(
    'select size, checkpoint from public_log_head',
  );
  return {
    cases: cases.map(({ counts, ...found }) => ({ ...found, ...NONE, ...counts })),
    submissions: await rows(SUBMISSIONS),
    labels: await rows(LABELS),
    events: await rows(`select at, act, subject_kind, subject_id from events where act <> 'scheme.load' order by id`),
    log: await rows('select index, kind, subject, entry from public_log order by index'),
    logSize: heads[0]?.size ?? -1,
    checkpoint: heads[0]?.checkpoint ?? '',
    counters: await rows('select kind, last from number_counters order by kind'),
  };
}
