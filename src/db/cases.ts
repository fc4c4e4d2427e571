import { sql, type Selectable } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseState } from '../core/case/case-lifecycle.ts';
import type { CaseId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { CasesTable } from './case-tables.ts';
import { statement, type Statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A case as it stands, its answers still as stored text. */
export type CaseRow = Selectable<CasesTable>;

/** The answers of a case as it keeps them: as text, and beside it what lists show of them. */
export type ApplicationColumns = Pick<CaseRow, 'application' | 'product_name' | 'product_type'>;

/** What a case is opened with. */
type NewCaseRow = ApplicationColumns &
  Pick<
    CaseRow,
    | 'id'
    | 'kind'
    | 'state'
    | 'level'
    | 'vendor'
    | 'opened_by'
    | 'opened_at'
    | 'application_number'
    | 'drafted_under'
    | 'drafted_on'
  >;

const insertion = statement((db, row: NewCaseRow) =>
  db
    .insertInto('cases')
    .values({
      id: row.id,
      kind: row.kind,
      state: row.state,
      level: row.level,
      vendor: row.vendor,
      opened_by: row.opened_by,
      opened_at: row.opened_at,
      version: 1,
      application: row.application,
      product_name: row.product_name,
      product_type: row.product_type,
      application_number: row.application_number,
      drafted_under: row.drafted_under,
      drafted_on: row.drafted_on,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .compile(),
);

/** Opens a case in the database; false when there is one of that id already. */
export async function insertCase(tx: Tx, row: NewCaseRow): Promise<boolean> {
  return (await insertion(tx, row)).length === 1;
}

const locked = statement((db, { id }: { readonly id: CaseId }) =>
  db.selectFrom('cases').selectAll().where('id', '=', id).forUpdate().compile(),
);

/** Locks a case to decide about it; undefined when there is none. */
export async function lockCase(tx: Tx, id: CaseId): Promise<CaseRow | undefined> {
  return (await locked(tx, { id }))[0];
}

const byId = statement((db, { id }: { readonly id: CaseId }) =>
  db.selectFrom('cases').selectAll().where('id', '=', id).compile(),
);

/** A case by its id, without a lock. */
export async function findCase(db: Reader, id: CaseId): Promise<CaseRow | undefined> {
  return (await byId(db, { id }))[0];
}

const byNumber = statement((db, { number }: { readonly number: string }) =>
  db
    .selectFrom('cases')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('application_number', '=', number),
        eb('acceptance_number', '=', number),
        eb('provisional_number', '=', number),
      ]),
    )
    .compile(),
);

/** The id of the case that carries one of the numbers given before a label: application, acceptance or provisional. */
export async function findCaseByNumber(db: Reader, number: string): Promise<CaseId | undefined> {
  return (await byNumber(db, { number }))[0]?.id;
}

/** What an act may change about a case; its version rises by one with each. The answers change with what lists show. */
type CaseChange = Partial<
  Pick<
    CaseRow,
    | 'state'
    | 'drafted_under'
    | 'drafted_on'
    | keyof ApplicationColumns
    | 'acceptance_number'
    | 'provisional_number'
    | 'scheme_version'
    | 'first_submitted_on'
    | 'due_on'
    | 'ended_reason'
  > & {
    /** As JSON text. */
    readonly unread_answers: string;
  }
>;

type Saving = Statement<CaseChange & { readonly id: CaseId }, Pick<CaseRow, 'version'>>;

/** One statement for each set of columns that some act changes, by their names. */
const savings = new Map<string, Saving>();

function saving(columns: readonly (keyof CaseChange)[]): Saving {
  const known = savings.get(columns.join());
  if (known !== undefined) return known;
  const made: Saving = statement((db, given) =>
    db
      .updateTable('cases')
      .set((eb) => ({
        ...(Object.fromEntries(columns.map((column) => [column, given[column]])) as CaseChange),
        version: eb('version', '+', 1),
      }))
      .where('id', '=', given.id)
      .returning('version')
      .compile(),
  );
  savings.set(columns.join(), made);
  return made;
}

/** Saves what an act changed about a locked case and answers with its new version. */
export async function saveCase(tx: Tx, id: CaseId, change: CaseChange): Promise<number> {
  const [row] = await saving(Object.keys(change) as (keyof CaseChange)[])(tx, { ...change, id });
  if (row === undefined) throw new Error(`there is no case ${id} to save`);
  return row.version;
}

/** The cases whose applicant let a deadline pass before a day, the longest overdue first. */
export async function listOverdueCases(
  db: Reader,
  before: Temporal.PlainDate,
  limit: number,
): Promise<readonly { readonly id: CaseId; readonly state: CaseState; readonly dueOn: Temporal.PlainDate }[]> {
  return db
    .selectFrom('cases')
    .select(['id', 'state'])
    .select((eb) => eb.ref('due_on').$notNull().as('dueOn'))
    .where('state', 'in', ['returned', 'accepted', 'more_asked'])
    .where('due_on', '<', before)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A file attached to a case, with its size. */
export type CaseFileRow = { readonly name: string; readonly sha256: Sha256; readonly size: number };

const attachedFiles = statement((db, { id }: { readonly id: CaseId }) =>
  db
    .selectFrom('case_files')
    .innerJoin('files', 'files.sha256', 'case_files.sha256')
    .select(['case_files.name', 'case_files.sha256', 'files.size'])
    .where('case_id', '=', id)
    .orderBy('case_files.name')
    .compile(),
);

/** The files attached to a case now, by name. */
export async function listCaseFiles(db: Reader, id: CaseId): Promise<readonly CaseFileRow[]> {
  return attachedFiles(db, { id });
}

type AttachedFiles = {
  readonly id: CaseId;
  readonly names: readonly string[];
  readonly hashes: readonly Sha256[];
  readonly by: PersonId;
  readonly at: Temporal.Instant;
};

// As arrays: a statement takes at most 65,535 parameters.
const attaching = statement((db, { id, names, hashes, by, at }: AttachedFiles) =>
  sql`
    insert into case_files (case_id, name, sha256, attached_by, attached_at)
    select ${id}::uuid, file.name, file.sha256, ${by}::uuid, ${at}::timestamptz
    from unnest(${names}::text[], ${hashes}::text[]) as file (name, sha256)
    on conflict (case_id, name) do update
      set sha256 = excluded.sha256, attached_by = excluded.attached_by, attached_at = excluded.attached_at`.compile(db),
);

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
  if (files.length === 0) return;
  const [names, hashes] = [files.map(({ name }) => name), files.map(({ sha256 }) => sha256)];
  await attaching(tx, { id, names, hashes, by, at });
}

const detaching = statement((db, { id, names }: Pick<AttachedFiles, 'id' | 'names'>) =>
  sql`delete from case_files where case_id = ${id}::uuid and name = any(${names}::text[])`.compile(db),
);

/** Takes files off a case by name; the contents stay in the store. */
export async function deleteCaseFiles(tx: Tx, id: CaseId, names: readonly string[]): Promise<void> {
  if (names.length > 0) await detaching(tx, { id, names });
}
