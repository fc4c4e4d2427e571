import { sql } from 'kysely';
import type { CaseState } from '../core/case/case-lifecycle.ts';
import type { CaseId, OrganisationId } from '../core/kernel/ids.ts';
import type { CaseRow } from './cases.ts';
import type { Reader } from './database.ts';

/** A case as a list shows it. */
export type ListedCase = {
  readonly id: CaseId;
  readonly application_number: string;
  readonly state: CaseState;
  readonly level: string;
  readonly vendor_name: string;
  /** Empty when the vendor has no English name. */
  readonly vendor_name_en: string;
  /** The scheme version it was filed under; none while it is a draft. */
  readonly scheme_version: CaseRow['scheme_version'];
  readonly opened_at: Temporal.Instant;
  readonly due_on: Temporal.PlainDate | null;
  readonly application: string;
};

/** Cases by whose they are, and cases by themselves. */
export type CaseReach = { readonly owners: readonly OrganisationId[]; readonly cases: readonly CaseId[] };

/** Which cases to list; without a reach all, newest first. */
type CaseFilter = {
  readonly reach: CaseReach | undefined;
  readonly state: CaseState | undefined;
  /** The application number, where one case is asked for. */
  readonly number: string | undefined;
  readonly limit: number;
};

/** The cases an actor may see, newest first. */
export async function listCases(db: Reader, filter: CaseFilter): Promise<readonly ListedCase[]> {
  let query = db
    .selectFrom('cases')
    .innerJoin('organisations', 'organisations.id', 'cases.vendor')
    .select([
      'cases.id',
      'cases.application_number',
      'cases.state',
      'cases.level',
      'organisations.name as vendor_name',
      'organisations.name_en as vendor_name_en',
      'cases.scheme_version',
      'cases.opened_at',
      'cases.due_on',
      'cases.application',
    ])
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(filter.limit);
  if (filter.reach !== undefined) {
    const { owners, cases } = filter.reach;
    query = query.where(
      sql<boolean>`(cases.vendor = any(${[...owners]}::uuid[]) or cases.id = any(${[...cases]}::uuid[]))`,
    );
  }
  if (filter.state !== undefined) query = query.where('cases.state', '=', filter.state);
  if (filter.number !== undefined) query = query.where('cases.application_number', '=', filter.number);
  return query.execute();
}

/** The cases of a vendor that have these application numbers; others are left out. */
export async function listCasesNumbered(
  db: Reader,
  vendor: OrganisationId,
  numbers: readonly string[],
): Promise<readonly { readonly id: CaseId; readonly number: string }[]> {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('cases')
    .select(['id', 'application_number as number'])
    .where('vendor', '=', vendor)
    .where('application_number', 'in', [...new Set(numbers)])
    .orderBy('application_number')
    .execute();
}
