import type { Sha256 } from '../../core/kernel/ids.ts';
import { listFileScans } from '../../db/file-scans.ts';
import type { Deps } from '../ports.ts';

/** A stored file's bytes; undefined when it is lost, and for malware, which is handed out to nobody. */
export async function openSafeFile(
  deps: Pick<Deps, 'db' | 'files'>,
  sha256: Sha256,
): Promise<AsyncIterable<Uint8Array> | undefined> {
  const scans = await listFileScans(deps.db.kysely, [sha256]);
  return scans.some(({ outcome }) => outcome === 'infected') ? undefined : deps.files.open(sha256);
}
