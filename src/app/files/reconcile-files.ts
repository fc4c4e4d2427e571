import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Reader } from '../../db/database.ts';
import { listFileHashes } from '../../db/files.ts';
import type { Deps, FileStore } from '../ports.ts';
import { hashStoredFile } from './hash-stored-file.ts';

/** Where the database and the file store differ; all three empty means they agree. Each list is ascending. */
type FileDifferences = {
  /** Recorded, but the bytes are lost: restore them from a copy. */
  readonly rowsWithoutFile: readonly Sha256[];
  /** Stored, but in no record: an upload whose act was refused or is still running. */
  readonly filesWithoutRow: readonly Sha256[];
  /** The bytes are no longer those of the name; looked for only when contents are read. */
  readonly alteredFiles: readonly Sha256[];
};

const PAGE = 1_000;

async function* recordedHashes(reader: Reader): AsyncGenerator<Sha256> {
  for (let after: Sha256 | undefined; ;) {
    const page = await listFileHashes(reader, { after, limit: PAGE });
    yield* page;
    after = page.at(-1);
    if (page.length < PAGE) return;
  }
}

async function isAltered(files: FileStore, sha256: Sha256): Promise<boolean> {
  const found = await hashStoredFile(files, sha256);
  return found !== undefined && found !== sha256;
}

/** Two ascending sequences side by side: each value once, with where it occurs. */
async function* sideBySide(
  left: AsyncIterator<Sha256>,
  right: AsyncIterator<Sha256>,
): AsyncGenerator<{ readonly value: Sha256; readonly inLeft: boolean; readonly inRight: boolean }> {
  let [a, b] = [await left.next(), await right.next()];
  while (a.done !== true || b.done !== true) {
    const inLeft = a.done !== true && (b.done === true || a.value <= b.value);
    const inRight = b.done !== true && (a.done === true || b.value <= a.value);
    yield { value: (inLeft ? a.value : b.value) as Sha256, inLeft, inRight };
    if (inLeft) a = await left.next();
    if (inRight) b = await right.next();
  }
}

/** Compares the recorded files with the stored ones, and on request reads every stored file and recomputes its hash. */
export async function reconcileFiles(
  { db, files }: Pick<Deps, 'db' | 'files'>,
  actor: Actor,
  { readContents }: { readonly readContents: boolean },
): Promise<Result<FileDifferences, AccessRefusal>> {
  const allowed = authorize(actor, 'file.reconcile', {});
  if (!allowed.ok) return allowed;
  const rowsWithoutFile: Sha256[] = [];
  const filesWithoutRow: Sha256[] = [];
  const alteredFiles: Sha256[] = [];
  const stored = files.list()[Symbol.asyncIterator]();
  for await (const { value, inLeft, inRight } of sideBySide(recordedHashes(db.kysely), stored)) {
    if (!inRight) rowsWithoutFile.push(value);
    if (!inLeft) filesWithoutRow.push(value);
    if (inRight && readContents && (await isAltered(files, value))) alteredFiles.push(value);
  }
  return ok({ rowsWithoutFile, filesWithoutRow, alteredFiles });
}
