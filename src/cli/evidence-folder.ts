import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredEvidence } from '../app/case/edit-case.ts';
import { storeEvidence, type EvidenceRefusal } from '../app/files/store-evidence.ts';
import { fileByName } from '../core/case/file-by-name.ts';
import { ok, type Result } from '../core/kernel/result.ts';
import type { ActContext } from './command.ts';
import { openNamedFile, unreadableFile } from './named-file.ts';

/** The path of the file that goes by a name in the answers, if the folder has one. */
export type EvidenceFolder = (name: string) => string | undefined;

/** The files lying in a folder, as the answers call them. */
export async function evidenceFolder(context: ActContext, folder: string): Promise<EvidenceFolder> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unreadableFile(context, folder, error);
  });
  const names = entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
  const find = fileByName(names);
  return (name) => {
    const found = find(name);
    return found === undefined ? undefined : join(folder, found);
  };
}

/** Stores the named files that lie in the folder; the others are left to be reported as not attached. */
export async function storeNamedEvidence(
  context: ActContext,
  named: ReadonlySet<string>,
  folder: EvidenceFolder,
): Promise<Result<readonly StoredEvidence[], EvidenceRefusal>> {
  const stored: StoredEvidence[] = [];
  for (const name of named) {
    const path = folder(name);
    if (path === undefined) continue;
    const { handle } = await openNamedFile(context, path);
    const file = await storeEvidence(context.deps, { name, content: handle.createReadStream() });
    await handle.close();
    if (!file.ok) return file;
    stored.push(file.value);
  }
  return ok(stored);
}
