import { sql, type Selectable, type Updateable } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseState } from '../core/case/case-lifecycle.ts';
import type { CaseId, OrganisationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { CasesTable } from './case-tables.ts';
import type { Tx } from './transact.ts';

/** A case as it stands, its answers still as stored text. */
export type CaseRow = Selectable<CasesTable>;

/** The answers of a case as it keeps them: as text, and beside it what lists show of them. */
export type ApplicationColumns = Pick<CaseRow, 'application' | 'product_name' | 'product_type'>;

/** Opens a case in the database. */
export async function insertCase(
  tx: Tx,
  row: Pick<CaseRow, 'id' | 'kind' | 'state' | 'level' | 'vendor' | 'opened_by' | 'opened_at' | 'application_number'> &
    ApplicationColumns,
): Promise<void> {
  await tx
    .insertInto('cases')
    .values({ ...row, version: 1 })
    .execute();
}

/** Locks a case to decide about it; undefined when there is none. */
export async function lockCase(tx: Tx, id: CaseId): Promise<CaseRow | undefined> {
  return tx.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** A case by its id, without a lock. */
export async function findCase(db: Reader, id: CaseId): Promise<CaseRow | undefined> {
  return db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The id of the case that carries one of the numbers given before a label: application, acceptance or provisional. */
export async function findCaseByNumber(db: Reader, number: string): Promise<CaseId | undefined> {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('application_number', '=', number),
        eb('acceptance_number', '=', number),
        eb('provisional_number', '=', number),
      ]),
    )
    .executeTakeFirst();
  return row?.id;
}

/** What an act may change about a case; its version rises by one with each. The answers change with what lists show. */
type CaseChange = Partial<
  Pick<
    CaseRow,
    | 'state'
    | 'acceptance_number'
    | 'provisional_number'
    | 'scheme_version'
    | 'first_submitted_on'
    | 'due_on'
    | 'ended_reason'
    | 'unread_answers'
  >
> &
  (ApplicationColumns | { readonly application?: never });

function toColumns({ unread_answers: unread, ...columns }: CaseChange): Updateable<CasesTable> {
  return unread === undefined ? columns : { ...columns, unread_answers: JSON.stringify(unread) };
}

/** Saves what an act changed about a locked case and answers with its new version. */
export async function saveCase(tx: Tx, id: CaseId, change: CaseChange): Promise<number> {
  const row = await tx
    .updateTable('cases')
    .set((eb) => ({ ...toColumns(change), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return row.version;
}

/** Gives a case to an officer, or takes it off whoever had it. Its content stays, and so does its version. */
export async function saveCaseAssigned(tx: Tx, id: CaseId, to: PersonId | null): Promise<void> {
  await tx.updateTable('cases').set({ assigned_to: to }).where('id', '=', id).execute();
}

/** A case as a list shows it. */
export type ListedCase = {
  readonly id: CaseId;
  readonly application_number: string;
  readonly state: CaseState;
  readonly level: string;
  readonly vendor_name: string;
  readonly opened_at: Temporal.Instant;
  readonly due_on: Temporal.PlainDate | null;
  readonly product_name: string;
};

/** Which cases to list; without owners all, newest first. */
type CaseFilter = {
  readonly owners: readonly OrganisationId[] | undefined;
  readonly state: CaseState | undefined;
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
      'cases.opened_at',
      'cases.due_on',
      'cases.product_name',
    ])
    .orderBy('cases.opened_at', 'desc')
    .orderBy('cases.id', 'desc')
    .limit(filter.limit);
  if (filter.owners !== undefined) query = query.where('cases.vendor', 'in', [...filter.owners]);
  if (filter.state !== undefined) query = query.where('cases.state', '=', filter.state);
  return query.execute();
}

/** A file attached to a case, with its size. */
export type CaseFileRow = { readonly name: string; readonly sha256: Sha256; readonly size: number };

/** The files attached to a case now, by name. */
export async function listCaseFiles(db: Reader, id: CaseId): Promise<readonly CaseFileRow[]> {
  return db
    .selectFrom('case_files')
    .innerJoin('files', 'files.sha256', 'case_files.sha256')
    .select(['case_files.name', 'case_files.sha256', 'files.size'])
    .where('case_id', '=', id)
    .orderBy('case_files.name')
    .execute();
}

/** Attaches files to a case; one of the same name is replaced. */
export async function saveCaseFiles(
  tx: Tx,
  id: CaseId,
  attached: {
    readonly files: readonly { readonly name: string; readonly sha256: Sha256 }[];
    readonly by: PersonId;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { files, by, at } = attached;
  // As arrays: a statement takes at most 65,535 parameters.
  await sql`
    insert into case_files (case_id, name, sha256, attached_by, attached_at)
    select ${id}::uuid, file.name, file.sha256, ${by}::uuid, ${at}::timestamptz
    from unnest(${files.map(({ name }) => name)}::text[], ${files.map(({ sha256 }) => sha256)}::text[]) as file (name, sha256)
    on conflict (case_id, name) do update
      set sha256 = excluded.sha256, attached_by = excluded.attached_by, attached_at = excluded.attached_at`.execute(tx);
}

/** Takes files off a case by name; the contents stay in the store. */
export async function deleteCaseFiles(tx: Tx, id: CaseId, names: readonly string[]): Promise<void> {
  await sql`delete from case_files where case_id = ${id}::uuid and name = any(${names}::text[])`.execute(tx);
}
