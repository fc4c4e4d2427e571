import { createHash } from 'node:crypto';
import type { Sha256 } from '../../core/kernel/ids.ts';
import type { FileStore } from '../ports.ts';

/** The SHA-256 of the bytes now stored under a name: another than the name when they are damaged, undefined when lost. */
export async function hashStoredFile(files: FileStore, sha256: Sha256): Promise<Sha256 | undefined> {
  const bytes = await files.open(sha256);
  if (bytes === undefined) return undefined;
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex') as Sha256;
}
