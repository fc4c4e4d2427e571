import { sql, type RawBuilder } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseState } from '../core/case/case-lifecycle.ts';
import { OPEN_STATES } from '../core/case/whose-turn.ts';
import type { DecisionOutcome } from '../core/decision/label-decision.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { CaseRow } from './cases.ts';
import type { Tx } from './transact.ts';

/** A case as the officers' queue shows it. */
export type QueuedCase = {
  readonly id: CaseId;
  readonly application_number: string;
  readonly state: CaseState;
  readonly level: string;
  readonly product_name: string;
  readonly product_type: string;
  readonly vendor: string;
  readonly vendor_en: string;
  readonly first_submitted_on: Temporal.PlainDate | null;
  readonly due_on: Temporal.PlainDate | null;
  readonly assigned_to: PersonId | null;
  readonly assignee: string | null;
  /** What is proposed and waits for a second officer. */
  readonly proposed: DecisionOutcome | null;
};

/** Which cases a queue holds. */
export type QueueFilter = {
  readonly states: readonly CaseState[];
  readonly level?: string | undefined;
  readonly productType?: string | undefined;
  /** Whose they are; `nobody` for those nobody works on. */
  readonly assigned?: PersonId | 'nobody' | undefined;
  /** Only those whose last day was before this one. */
  readonly dueBefore?: Temporal.PlainDate | undefined;
};

/** In which order; cases without a last day come after all others, or before them when turned round. */
export type QueueOrder = { readonly by: 'due' | 'received'; readonly isTurned: boolean };

/** The states are written out: only then does the database know that the index of open cases holds them all. */
function inStates(states: readonly CaseState[]): RawBuilder<unknown> {
  const list = (all: readonly CaseState[]): RawBuilder<unknown> => sql.join(all.map((state) => sql.lit(state)));
  const areOpen = states.every((state) => OPEN_STATES.includes(state));
  return areOpen
    ? sql`state in (${list(OPEN_STATES)}) and state in (${list(states)})`
    : sql`state in (${list(states)})`;
}

function conditionsOf(filter: QueueFilter): RawBuilder<unknown> {
  const { states, level, productType, assigned, dueBefore } = filter;
  const conditions = [inStates(states)];
  if (level !== undefined) conditions.push(sql`level = ${level}`);
  if (productType !== undefined) conditions.push(sql`product_type = ${productType}`);
  if (assigned === 'nobody') conditions.push(sql`assigned_to is null`);
  else if (assigned !== undefined) conditions.push(sql`assigned_to = ${assigned}::uuid`);
  if (dueBefore !== undefined) conditions.push(sql`due_on < ${String(dueBefore)}::date`);
  return sql.join(conditions, sql` and `);
}

const ORDERS: Readonly<Record<`${QueueOrder['by']}-${boolean}`, RawBuilder<unknown>>> = {
  'due-false': sql`due_on, id`,
  'due-true': sql`due_on desc, id desc`,
  'received-false': sql`first_submitted_on, id`,
  'received-true': sql`first_submitted_on desc, id desc`,
};

/** One page of a queue: which cases it is about is found in the index alone, and only those are then read. */
export async function listQueue(
  db: Reader,
  filter: QueueFilter,
  page: { readonly order: QueueOrder; readonly limit: number; readonly offset: number },
): Promise<readonly QueuedCase[]> {
  const order = ORDERS[`${page.order.by}-${page.order.isTurned}`];
  const { rows } = await sql<QueuedCase>`
    with page as (
      select id, row_number() over () as place from (
        select id from cases where ${conditionsOf(filter)} order by ${order} limit ${page.limit} offset ${page.offset}
      ) as found
    )
    select cases.id, cases.application_number, cases.state, cases.level, cases.product_name, cases.product_type,
      organisations.name as vendor, organisations.name_en as vendor_en, cases.first_submitted_on, cases.due_on,
      cases.assigned_to, people.name as assignee, label_decisions.outcome as proposed
    from page
    join cases on cases.id = page.id
    join organisations on organisations.id = cases.vendor
    left join people on people.id = cases.assigned_to
    left join label_decisions on label_decisions.case_id = cases.id
      and label_decisions.withdrawn_at is null and label_decisions.confirmed_at is null
    order by page.place`.execute(db);
  return rows;
}

/** How many cases each of these queues holds, counted up to `most`. */
export async function countQueues<Name extends string>(
  db: Reader,
  queues: Readonly<Record<Name, QueueFilter>>,
  most: number,
): Promise<Readonly<Record<Name, number>>> {
  const counts = (Object.entries(queues) as [Name, QueueFilter][]).map(
    ([name, filter]) =>
      sql`select ${sql.lit(name)} as name, count(*) as count
        from (select 1 from cases where ${conditionsOf(filter)} limit ${most}) as found`,
  );
  const { rows } = await sql<{ name: Name; count: number }>`${sql.join(counts, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count])) as Record<Name, number>;
}

/**
 * Locks the case an officer is to work on next: the one that is due first, nobody else's, and not one only another officer
 * may decide about; undefined when there is none. One that somebody is just taking is passed over.
 */
export async function lockNextCase(
  tx: Tx,
  wanted: {
    readonly states: readonly CaseState[];
    readonly officer: PersonId;
    readonly except: CaseId | undefined;
  },
): Promise<Pick<CaseRow, 'id' | 'vendor' | 'assigned_to'> | undefined> {
  const { states, officer, except } = wanted;
  if (states.length === 0) return undefined;
  const { rows } = await sql<Pick<CaseRow, 'id' | 'vendor' | 'assigned_to'>>`
    select cases.id, cases.vendor, cases.assigned_to from cases
    left join lateral (
      select proposed_by from label_decisions
      where case_id = cases.id and withdrawn_at is null and confirmed_at is null
    ) as decision on true
    where ${inStates(states)} and cases.id is distinct from ${except ?? null}::uuid
      and (assigned_to is null or assigned_to = ${officer}::uuid or assigned_to = decision.proposed_by)
      and (decision.proposed_by is null or (decision.proposed_by <> ${officer}::uuid and not exists (
        select from format_checks where format_checks.case_id = cases.id and officer = ${officer}::uuid)))
    order by due_on, cases.id limit 1 for update of cases skip locked`.execute(tx);
  return rows[0];
}
