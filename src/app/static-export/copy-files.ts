import { sha256Bytes } from '../sha256.ts';
import type { ExportFolder, PublicSide, StagedFile } from '../ports.ts';
import { askPublicSide } from './ask-public-side.ts';
import type { ExportedFile } from './export-line.ts';
import type { SiteThing } from './exported-things.ts';

/** What a run did, as counts. */
export type ExportCounts = { labels: number; made: number; written: number; same: number; removed: number };

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

const fileNamed = (files: readonly ExportedFile[], name: string): ExportedFile | undefined =>
  files.find(([file]) => file === name);

/** Copies what the public side answers into a folder, and leaves alone what is there already, byte for byte. */
export class CopyFiles {
  readonly counts: ExportCounts = { labels: 0, made: 0, written: 0, same: 0, removed: 0 };
  /** Whether something was not there yet: the next run looks again, whatever has changed. */
  isWaiting = false;
  readonly #folder: ExportFolder;

  constructor(folder: ExportFolder) {
    this.#folder = folder;
  }

  /** A file that takes its place later. */
  async stage(side: PublicSide, { path, status, file }: SiteThing): Promise<{ name: string; staged: StagedFile }> {
    const answered = await askPublicSide(side, path, status);
    const name = file ?? answered.file;
    return { name, staged: await this.#folder.stage(name, answered.content) };
  }

  async show(
    { name, staged }: { readonly name: string; readonly staged: StagedFile },
    known: readonly ExportedFile[],
  ): Promise<ExportedFile> {
    const isSame = fileNamed(known, name)?.[1] === staged.sha256;
    await (isSame ? staged.discard() : staged.show());
    this.counts[isSame ? 'same' : 'written'] += 1;
    return [name, staged.sha256];
  }

  /** Something that may be large: it is never held in memory. */
  async large(side: PublicSide, thing: SiteThing, known: readonly ExportedFile[]): Promise<ExportedFile> {
    return this.show(await this.stage(side, thing), known);
  }

  /** Something small, which `look` is shown: the disk is left alone when its hash is known. */
  async small(
    side: PublicSide,
    path: string,
    known: readonly ExportedFile[],
    look?: (bytes: Uint8Array) => void,
  ): Promise<ExportedFile> {
    const { file, content } = await askPublicSide(side, path);
    const bytes = await bytesOf(content);
    look?.(bytes);
    const sha256 = Buffer.from(sha256Bytes(bytes)).toString('hex');
    if (fileNamed(known, file)?.[1] === sha256) this.counts.same += 1;
    else {
      await (await this.#folder.stage(file, bytes)).show();
      this.counts.written += 1;
    }
    return [file, sha256];
  }

  /** Removes what was copied before and is no longer public. */
  async removeOthers(before: readonly ExportedFile[], now: readonly ExportedFile[]): Promise<void> {
    const kept = new Set(now.map(([file]) => file));
    for (const [file] of before) if (!kept.has(file)) await this.remove(file);
  }

  async remove(file: string): Promise<void> {
    await this.#folder.remove(file);
    this.counts.removed += 1;
  }
}
