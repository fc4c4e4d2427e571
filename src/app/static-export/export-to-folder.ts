import { refused, type Result } from '../../core/kernel/result.ts';
import type { Deps, ExportFolder } from '../ports.ts';
import type { ExportCounts } from './copy-files.ts';
import { exportRegister, type ExportMeans, type ExportStopped } from './export-register.ts';

/** Why a folder cannot take a copy: something else lies in it, or another export is at work there. */
type FolderRefusal = { readonly code: 'export_folder_not_ours' | 'export_folder_in_use' };

/** What makes copies: the public side, what names its making, and how a folder is opened. */
export type ExportTools = Pick<ExportMeans, 'sideOf' | 'edition'> & {
  readonly openFolder: (root: string) => Promise<Result<ExportFolder, FolderRefusal>>;
};

/** Exports the register into a folder by its path; what goes wrong with the disk is thrown as it comes. */
export async function exportToFolder(
  deps: Deps,
  { openFolder, ...making }: ExportTools,
  { folder: root, isWhole }: { readonly folder: string; readonly isWhole?: boolean },
  signal: AbortSignal,
): Promise<Result<ExportCounts, ExportStopped | FolderRefusal>> {
  const opened = await openFolder(root);
  if (!opened.ok) return refused(opened.error);
  const folder = opened.value;
  try {
    return await exportRegister(deps, { ...making, folder, isWhole: isWhole === true }, signal);
  } finally {
    folder.close();
  }
}
