import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoredEvidence } from '../app/case/edit-case.ts';
import { storeEvidence } from '../app/files/store-evidence.ts';
import type { Application } from '../core/case/application.ts';
import { ok, type Result } from '../core/kernel/result.ts';
import type { FileRefusal } from '../app/ports.ts';
import type { ActContext } from './command.ts';
import { fileTrouble } from './file-trouble.ts';
import { UsageError } from './read-option.ts';
import { say } from './say.ts';

/** The file names an application's answers speak of. */
export function namedEvidence(application: Application): ReadonlySet<string> {
  return new Set(application.determinations.flatMap((row) => row.evidence ?? []));
}

/** The files lying in a folder, by the NFC form of their names: some systems store names decomposed. */
export async function evidenceFolder(context: ActContext, folder: string): Promise<ReadonlyMap<string, string>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return new Map(files.map((entry) => [entry.name.normalize('NFC'), join(folder, entry.name)]));
  } catch (error) {
    const reason = fileTrouble(context, error);
    throw new UsageError(say(context, 'cli.no-such-file', { file: folder, reason }));
  }
}

/** Stores the named files that lie in the folder; the others are left to be reported as not attached. */
export async function storeNamedEvidence(
  context: ActContext,
  named: ReadonlySet<string>,
  folder: ReadonlyMap<string, string>,
): Promise<Result<readonly StoredEvidence[], FileRefusal & { readonly name: string }>> {
  const stored: StoredEvidence[] = [];
  for (const name of named) {
    const path = folder.get(name.normalize('NFC'));
    if (path === undefined) continue;
    const file = await storeEvidence(context.deps, { name, content: createReadStream(path) });
    if (!file.ok) return file;
    stored.push(file.value);
  }
  return ok(stored);
}
