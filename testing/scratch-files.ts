import { openDiskFiles } from '../src/adapters/disk-files.ts';
import type { FileStore } from '../src/app/ports.ts';

/** A file store on disk for tests of layers that may not name the adapter. */
export function openScratchFiles(root: string): Promise<FileStore> {
  return openDiskFiles(root);
}
