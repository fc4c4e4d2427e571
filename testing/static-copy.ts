import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCredentials } from '../src/app/credential/make-credentials.ts';
import type { ExportCounts } from '../src/app/static-export/copy-files.ts';
import { exportToFolder, type ExportTools } from '../src/app/static-export/export-to-folder.ts';
import { aGrantedCase } from './builders/cases.ts';
import { okOf, type World } from './builders/world.ts';

/** Nobody asks it to stop. */
export const RUNNING = new AbortController().signal;

/** A granted label whose credential is signed, as it is within a minute of its publication. */
export async function aSignedLabel(world: World): ReturnType<typeof aGrantedCase> {
  const granted = await aGrantedCase(world);
  okOf(await makeCredentials(world.deps, RUNNING));
  return granted;
}

/** Exports the register of a world, which must succeed. */
export async function exported(
  { deps }: World,
  tools: ExportTools,
  folder: string,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Promise<ExportCounts> {
  return okOf(await exportToFolder(deps, tools, { folder, isWhole }, RUNNING));
}

/** The public files of a copy with what is in them. */
export async function publicFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const shown = files.filter((file) => !file.includes('.shirushi-export')).sort();
  return Object.fromEntries(
    await Promise.all(shown.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'latin1')])),
  ) as Record<string, string>;
}
