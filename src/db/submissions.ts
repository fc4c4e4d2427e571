import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { CaseFileRow } from './cases.ts';
import type { JsonObject } from './schema.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A submission, its answers still as stored text. */
export type SubmissionRow = {
  readonly sequence: number;
  readonly received_at: Temporal.Instant;
  readonly application: string;
  readonly answers_sha256: Sha256;
  readonly seal: Sha256;
};

type NewSubmission = SubmissionRow & {
  readonly id: CaseId;
  readonly submittedBy: PersonId;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly hashes: readonly Sha256[];
};

// One statement: the lines of the receipt refer to it. As arrays: a statement takes at most 65,535 parameters.
const insertion = statement((db, row: NewSubmission) =>
  db
    .with('submission', (cte) =>
      cte
        .insertInto('submissions')
        .values({
          case_id: row.id,
          sequence: row.sequence,
          received_at: row.received_at,
          submitted_by: row.submittedBy,
          application: row.application,
          answers_sha256: row.answers_sha256,
          seal: row.seal,
        })
        .returning(['case_id', 'sequence']),
    )
    .insertInto('submission_files')
    .columns(['case_id', 'sequence', 'name', 'size', 'sha256'])
    .expression(
      sql`select submission.case_id, submission.sequence, file.name, file.size, file.sha256 from submission,
        unnest(${row.names}::text[], ${row.sizes}::bigint[], ${row.hashes}::text[]) as file (name, size, sha256)`,
    )
    .compile(),
);

/** Records a submission and the files of its receipt. */
export async function insertSubmission(
  tx: Tx,
  id: CaseId,
  submission: SubmissionRow & { readonly submittedBy: PersonId; readonly files: readonly CaseFileRow[] },
): Promise<void> {
  const { files } = submission;
  await insertion(tx, {
    ...submission,
    id,
    names: files.map(({ name }) => name),
    sizes: files.map(({ size }) => size),
    hashes: files.map(({ sha256 }) => sha256),
  });
}

const lastOfCase = statement((db, { id }: { readonly id: CaseId }) =>
  db
    .selectFrom('submissions')
    .select(['sequence', 'received_at', 'application', 'answers_sha256', 'seal'])
    .where('case_id', '=', id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .compile(),
);

/** The latest submission of a case, if there is one. */
export async function findLastSubmission(db: Reader, id: CaseId): Promise<SubmissionRow | undefined> {
  return (await lastOfCase(db, { id }))[0];
}

/** A submission as a list of them shows it. */
export type ListedSubmission = Pick<SubmissionRow, 'sequence' | 'received_at' | 'answers_sha256' | 'seal'> & {
  readonly submitter: string;
};

/** The submissions of a case, the first one first. */
export async function listSubmissions(db: Reader, id: CaseId): Promise<readonly ListedSubmission[]> {
  return db
    .selectFrom('submissions')
    .innerJoin('people', 'people.id', 'submissions.submitted_by')
    .select(['sequence', 'received_at', 'answers_sha256', 'seal', 'people.name as submitter'])
    .where('case_id', '=', id)
    .orderBy('sequence')
    .execute();
}

/** One submission of a case by its place. */
export async function findSubmission(db: Reader, id: CaseId, sequence: number): Promise<SubmissionRow | undefined> {
  return db
    .selectFrom('submissions')
    .select(['sequence', 'received_at', 'application', 'answers_sha256', 'seal'])
    .where('case_id', '=', id)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
}

/** The files of one submission, by name. */
export async function listSubmissionFiles(db: Reader, id: CaseId, sequence: number): Promise<readonly CaseFileRow[]> {
  return db
    .selectFrom('submission_files')
    .select(['name', 'sha256', 'size'])
    .where('case_id', '=', id)
    .where('sequence', '=', sequence)
    .orderBy('name')
    .execute();
}

/** A file of any submission of a case by its content; under the name it had last. */
export async function findFiledFile(db: Reader, id: CaseId, sha256: Sha256): Promise<CaseFileRow | undefined> {
  return db
    .selectFrom('submission_files')
    .select(['name', 'sha256', 'size'])
    .where('case_id', '=', id)
    .where('sha256', '=', sha256)
    .orderBy('sequence', 'desc')
    .orderBy('name')
    .limit(1)
    .executeTakeFirst();
}

/** Locks a submission, to record once what follows from it; false when there is none. */
export async function lockSubmission(tx: Tx, id: CaseId, sequence: number): Promise<boolean> {
  const row = await tx
    .selectFrom('submissions')
    .select('sequence')
    .where('case_id', '=', id)
    .where('sequence', '=', sequence)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** What the event of an act says that was done about one submission, if it was done. */
export async function findSubmissionEvent(
  db: Reader,
  act: string,
  { id, sequence }: { readonly id: CaseId; readonly sequence: number },
): Promise<JsonObject | undefined> {
  const row = await db
    .selectFrom('events')
    .select('detail')
    .where('subject_kind', '=', 'case')
    .where('subject_id', '=', id)
    .where('act', '=', act)
    .where(sql<boolean>`detail @> jsonb_build_object('sequence', ${sequence}::int)`)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.detail;
}
