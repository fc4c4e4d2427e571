import { inspectArchive } from '../src/formats/workbook/inspect-archive.ts';
import type { WorkbookRefusal } from '../src/formats/workbook/workbook-refusal.ts';
import { workbookFile } from './workbook-file.ts';
import type { ZipEntry } from './zip-file.ts';

/** Why the inspection refuses a file, or that it does not. */
export async function archiveRefusal(file: Uint8Array): Promise<WorkbookRefusal | 'accepted'> {
  const archive = await inspectArchive(file);
  return archive.ok ? 'accepted' : archive.error;
}

/** Why a workbook that is sound but for one further part is refused. */
export function refusalOfPart(
  part: Partial<ZipEntry> & { readonly name: string },
): Promise<WorkbookRefusal | 'accepted'> {
  return archiveRefusal(workbookFile({ extra: [{ data: 'x', ...part }] }));
}
