import { sql, type Selectable } from 'kysely';
import type { ScanCounts } from '../core/kernel/clearance.ts';
import type { CaseId, Sha256 } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { FileScansTable } from './schema.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** What a scanner found in a stored file, when, and with which signatures. */
export type FileScanRow = Selectable<FileScansTable>;

/** Records what was found in stored files; of the same file the latest scan stands. */
export async function saveFileScans(tx: Tx, scans: readonly FileScanRow[]): Promise<void> {
  if (scans.length === 0) return;
  await tx
    .insertInto('file_scans')
    .values([...scans].sort((first, second) => (first.sha256 < second.sha256 ? -1 : 1)))
    .onConflict((conflict) =>
      conflict.column('sha256').doUpdateSet((eb) => ({
        outcome: eb.ref('excluded.outcome'),
        finding: eb.ref('excluded.finding'),
        scanned_at: eb.ref('excluded.scanned_at'),
        engine: eb.ref('excluded.engine'),
        signatures: eb.ref('excluded.signatures'),
      })),
    )
    .execute();
}

const scansOf = statement((db, { hashes }: { readonly hashes: readonly Sha256[] }) =>
  sql<FileScanRow>`select * from file_scans where sha256 = any(${hashes}::text[])`.compile(db),
);

/** The latest scans of these files; those that wait are not among them. */
export async function listFileScans(db: Reader, hashes: readonly Sha256[]): Promise<readonly FileScanRow[]> {
  return hashes.length === 0 ? [] : scansOf(db, { hashes });
}

const scansOfCase = statement((db, { id }: { readonly id: CaseId }) =>
  sql<FileScanRow>`
    select * from file_scans where sha256 in (select sha256 from case_files where case_id = ${id}::uuid)`.compile(db),
);

/** The latest scans of the files attached to a case; those that wait are not among them. */
export async function listScansOfCase(db: Reader, id: CaseId): Promise<readonly FileScanRow[]> {
  return scansOfCase(db, { id });
}

/** One page of the files that wait for their scan, ascending; `after` is the last of the page before. */
export async function listWaitingFiles(
  db: Reader,
  { after, limit }: { readonly after?: Sha256 | undefined; readonly limit: number },
): Promise<readonly Sha256[]> {
  const rows = await db
    .selectFrom('files')
    .leftJoin('file_scans', 'file_scans.sha256', 'files.sha256')
    .select('files.sha256')
    .where('file_scans.sha256', 'is', null)
    .$if(after !== undefined, (query) => query.where('files.sha256', '>', after as Sha256))
    .orderBy('files.sha256')
    .limit(limit)
    .execute();
  return rows.map((row) => row.sha256);
}

const counting = statement((db, { id }: { readonly id: CaseId }) =>
  sql<ScanCounts>`
    select count(*) filter (where scan.outcome = 'infected')::int as infected,
      count(*) filter (where scan.outcome is null)::int as waiting
    from case_files file left join file_scans scan on scan.sha256 = file.sha256
    where file.case_id = ${id}`.compile(db),
);

/** How many of the files attached to a case hold malware or wait for their scan. */
export async function countUnclearedFiles(db: Reader, id: CaseId): Promise<ScanCounts> {
  return (await counting(db, { id }))[0] ?? { infected: 0, waiting: 0 };
}
