import type { Actor } from '../../core/access/actor.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listAllFiles, listAllRemarks, listDecisions, listFormatChecks } from '../../db/case-record.ts';
import { listCaseNotes } from '../../db/case-notes.ts';
import { findCase, type CaseRow } from '../../db/cases.ts';
import { listEvents } from '../../db/event-history.ts';
import { listFileScans } from '../../db/file-scans.ts';
import { findFee } from '../../db/fees.ts';
import { findLabelOfCase } from '../../db/labels.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { findSchemeVersion } from '../../db/scheme-versions.ts';
import { findSubmission, listSubmissions, type ListedSubmission } from '../../db/submissions.ts';
import { transact } from '../../db/transact.ts';
import { archivedName, caseArchive, type ArchivedFile } from '../../formats/case-archive/case-archive.ts';
import type { Deps } from '../ports.ts';
import type { CaseRefusal } from './case-refusal.ts';
import { lockForAct } from './locked-case.ts';

/** The record of a case as a file. */
export type CaseExport = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> };

type FiledFile = Awaited<ReturnType<typeof listAllFiles>>[number];

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What is kept of the case itself; the answers stand with the submissions. */
async function caseText(deps: Deps, row: CaseRow): Promise<string> {
  const db = deps.db.kysely;
  const facts = { ...row, application: undefined, unread_answers: undefined };
  const label = await findLabelOfCase(db, row.id);
  return json({
    case: facts,
    vendor: await findOrganisation(db, row.vendor),
    fee: await findFee(db, row.id),
    decisions: await listDecisions(db, row.id),
    label: label === undefined ? undefined : { ...label, record: JSON.parse(label.record) as unknown },
  });
}

async function submissionTexts(
  deps: Deps,
  row: CaseRow,
  { submissions, files }: { readonly submissions: readonly ListedSubmission[]; readonly files: readonly FiledFile[] },
): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const { sequence, ...receipt } of submissions) {
    const stored = await findSubmission(deps.db.kysely, row.id, sequence);
    const listed = files.filter((file) => file.sequence === sequence).map((file) => ({ ...file, sequence: undefined }));
    texts[`submissions/${sequence}/answers.json`] = stored?.application ?? '';
    texts[`submissions/${sequence}/receipt.json`] = json({
      application_number: row.application_number,
      sequence,
      ...receipt,
      files: listed,
    });
  }
  return texts;
}

/** The files by content, each once, and whether they can be handed out: the store has them and they hold no malware. */
async function archivedFiles(deps: Deps, files: readonly FiledFile[]): Promise<readonly ArchivedFile[]> {
  const once = new Map(files.map((file) => [file.sha256, file]).reverse() as [FiledFile['sha256'], FiledFile][]);
  const scans = await listFileScans(deps.db.kysely, [...once.keys()]);
  const infected = new Set(scans.filter(({ outcome }) => outcome === 'infected').map(({ sha256 }) => sha256));
  return Promise.all(
    [...once.values()].reverse().map(async ({ sha256, size, name }) => {
      const isThere = (await deps.files.has(sha256)) && !infected.has(sha256);
      return { sha256, size, name, open: isThere ? () => deps.files.open(sha256) : undefined };
    }),
  );
}

async function recordOf(deps: Deps, row: CaseRow) {
  const db = deps.db.kysely;
  const files = await listAllFiles(db, row.id);
  const submissions = await listSubmissions(db, row.id);
  const archived = await archivedFiles(deps, files);
  const scheme = row.scheme_version === null ? undefined : await findSchemeVersion(db, row.scheme_version);
  const checks = await listFormatChecks(db, row.id);
  const remarks = await listAllRemarks(db, row.id);
  const nameOf = ({ sha256 }: FiledFile): string | undefined => {
    const file = archived.find((each) => each.sha256 === sha256 && each.open !== undefined);
    return file === undefined ? undefined : archivedName(file);
  };
  return {
    texts: {
      'case.json': await caseText(deps, row),
      ...(scheme === undefined ? {} : { 'scheme.json': scheme.content }),
      ...(await submissionTexts(deps, row, { submissions, files })),
      'format-checks.json': json(
        checks.map((check) => ({ ...check, remarks: remarks.filter(({ sequence }) => sequence === check.sequence) })),
      ),
      'events.json': json(await listEvents(db, { kind: 'case', id: row.id })),
      'notes.json': json(await listCaseNotes(db, row.id)),
      'files.json': json(files.map((file) => ({ ...file, in_archive: nameOf(file) ?? null }))),
    },
    files: archived,
  };
}

/**
 * The whole record of a case as one archive: every submission as it came in, every file, every event, with the hash of
 * each part. That it was taken out is recorded first, so that the archive tells of itself.
 */
export async function exportCase(deps: Deps, actor: Actor, id: CaseId): Promise<Result<CaseExport, CaseRefusal>> {
  const recorded = await transact(deps.db, async (tx): Promise<Result<true, CaseRefusal>> => {
    const locked = await lockForAct(deps, tx, actor, { act: 'case.export', id });
    if (!locked.ok) return locked;
    if (locked.value.row.first_submitted_on === null) return refused({ code: 'no_such_subject' });
    await locked.value.record({});
    return ok(true);
  });
  if (!recorded.ok) return recorded;
  const row = await findCase(deps.db.kysely, id);
  if (row === undefined) throw new Error(`case ${id} is gone`);
  return ok({ name: `${row.application_number}.zip`, bytes: caseArchive(await recordOf(deps, row)) });
}
