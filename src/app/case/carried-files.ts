import type { CaseId } from '../../core/kernel/ids.ts';
import type { CaseFileRow } from '../../db/cases.ts';
import type { Reader } from '../../db/database.ts';
import { findTakeover } from '../../db/event-history.ts';
import type { Json } from '../../db/schema.ts';

function isOf(file: CaseFileRow): (attached: Json) => boolean {
  return (attached) =>
    typeof attached === 'object' &&
    attached !== null &&
    'sha256' in attached &&
    attached.name === file.name &&
    attached.sha256 === file.sha256;
}

/** The files of a case that were taken over from an earlier one and not replaced since: its number by their names. */
export async function carriedFiles(
  db: Reader,
  id: CaseId,
  files: readonly CaseFileRow[],
): Promise<ReadonlyMap<string, string>> {
  const takeover = files.length === 0 ? undefined : await findTakeover(db, id);
  const { carriedFrom, attached } = takeover ?? {};
  if (typeof carriedFrom !== 'string' || !Array.isArray(attached)) return new Map();
  const list: readonly Json[] = attached;
  return new Map(files.filter((file) => list.some(isOf(file))).map(({ name }) => [name, carriedFrom]));
}
