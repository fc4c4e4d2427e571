import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseState } from '../core/case/case-lifecycle.ts';

/** How many cases were filed for the first time, and how many labels granted, in a month (`2026-04`). */
export type MonthFigure = { readonly month: string; readonly filed: number; readonly granted: number };

/** The months from one day on, those without anything too. */
export async function countByMonth(
  db: Reader,
  { from, today }: { readonly from: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Promise<readonly MonthFigure[]> {
  const { rows } = await sql<MonthFigure>`
    select to_char(month, 'YYYY-MM') as month,
      (select count(*) from cases where first_submitted_on >= month::date
        and first_submitted_on < (month + interval '1 month')::date) as filed,
      (select count(*) from labels where issued_on >= month::date
        and issued_on < (month + interval '1 month')::date) as granted
    from generate_series(${String(from)}::date::timestamp, ${String(today)}::date::timestamp, interval '1 month') as month
    order by 1`.execute(db);
  return rows;
}

/** How many cases stand in a state, and how many of them are past their last day. */
export type StateFigure = { readonly state: CaseState; readonly count: number; readonly overdue: number };

/** The cases in these states, by state. */
export async function countByState(
  db: Reader,
  states: readonly CaseState[],
  today: Temporal.PlainDate,
): Promise<readonly StateFigure[]> {
  const { rows } = await sql<StateFigure>`
    select state, count(*) as count, count(*) filter (where due_on < ${String(today)}::date) as overdue
    from cases where state in (${sql.join(states.map((state) => sql.lit(state)))}) group by state`.execute(db);
  return rows;
}

/** How many cases there are of a kind. */
export type KindFigure = { readonly name: string; readonly count: number };

/** The cases in these states by level or by product type, most first; at most 20 kinds. */
export async function countByKind(
  db: Reader,
  states: readonly CaseState[],
  kind: 'level' | 'product_type',
): Promise<readonly KindFigure[]> {
  const column = sql.ref(kind);
  const { rows } = await sql<KindFigure>`
    select ${column} as name, count(*) as count from cases
    where state in (${sql.join(states.map((state) => sql.lit(state)))})
    group by ${column} order by count(*) desc, ${column} limit 20`.execute(db);
  return rows;
}

/** How long cases stayed after an act until the next one that moved them: days of 24 hours. */
type StayFigure = {
  readonly act: string;
  readonly count: number;
  readonly median: number;
  /** Nine of ten stayed no longer. */
  readonly ninth: number;
};

/** How long cases stayed after each of these acts, of stays that began since and are over. */
export async function measureStays(
  db: Reader,
  acts: readonly string[],
  since: Temporal.Instant,
): Promise<readonly StayFigure[]> {
  const { rows } = await sql<StayFigure>`
    with moves as (
      select act, at, lead(at) over (partition by subject_id order by id) as next
      from events where subject_kind = 'case' and act = any(${acts}::text[]) and at >= ${since}::timestamptz
    ), stays as (
      select act, extract(epoch from next - at)::float8 / 86400 as days from moves where next is not null
    )
    select act, count(*) as count, percentile_cont(0.5) within group (order by days) as median,
      percentile_cont(0.9) within group (order by days) as ninth
    from stays group by act`.execute(db);
  return rows;
}
