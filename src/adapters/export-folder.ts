import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ExportFolder, ExportLines, StagedFile } from '../app/ports.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** Why a folder cannot take a copy: something else lies in it, or another export is at work there. */
type ExportFolderRefusal = { readonly code: 'export_folder_not_ours' | 'export_folder_in_use' };

/** The folder within the copy that is ours alone. */
const OWN_FOLDER = '.shirushi-export';

const SQLITE_BUSY = 5;

const isMissing = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/** The operating system's own lock: it ends with its process however that ends. */
function lock(file: string): DatabaseSync | undefined {
  const held = new DatabaseSync(file);
  try {
    held.exec('begin exclusive');
    return held;
  } catch (error) {
    held.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    return undefined;
  }
}

/** The whole lines of a file, none where there is no file: what a cut-off run wrote of its last one is left out. */
async function* wholeLines(file: string): AsyncGenerator<string> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (handle === undefined) return;
  let rest = '';
  for await (const part of handle.createReadStream({ encoding: 'utf8' }) as AsyncIterable<string>) {
    const [end = '', ...begun] = part.split('\n');
    rest += end;
    for (const line of begun) {
      yield rest;
      rest = line;
    }
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) written += (await handle.write(bytes, written)).bytesWritten;
}

/** What a line is about: lines are arrays whose first member is a text, and stand in the order of these texts. */
function keyOf(line: string): string {
  return JSON.parse(/^\[("(?:[^"\\]|\\.)*")/.exec(line)?.[1] ?? '""') as string;
}

/** Lines written together. */
const LINES_AT_ONCE = 1_000;

const linesAsBytes = (lines: readonly string[]): Uint8Array => Buffer.from(lines.map((line) => `${line}\n`).join(''));

class DiskCopy implements ExportFolder {
  readonly #root: string;
  readonly #held: DatabaseSync;
  #staged = 0;

  constructor(root: string, held: DatabaseSync) {
    this.#root = root;
    this.#held = held;
  }

  #own(name: string): string {
    return join(this.#root, OWN_FOLDER, name);
  }

  #placeOf(path: string): string {
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..') || parts[0] === OWN_FOLDER)
      throw new Error(`${path} is no place in a copy`);
    return join(this.#root, ...parts);
  }

  /** Puts a finished file in place, in a folder that is made when it is missing. */
  async #settle(from: string, to: string): Promise<void> {
    try {
      await rename(from, to);
    } catch (error) {
      if (!isMissing(error)) throw error;
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
    }
  }

  async stage(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<StagedFile> {
    const place = this.#placeOf(path);
    this.#staged += 1;
    const file = this.#own(join('new', String(this.#staged)));
    const hash = createHash('sha256');
    const handle = await open(file, 'wx');
    try {
      for await (const part of content instanceof Uint8Array ? [content] : content) {
        hash.update(part);
        await writeAll(handle, part);
      }
    } finally {
      await handle.close();
    }
    return {
      sha256: hash.digest('hex'),
      show: () => this.#settle(file, place),
      discard: () => rm(file, { force: true }),
    };
  }

  async remove(path: string): Promise<void> {
    const place = this.#placeOf(path);
    await rm(place, { force: true });
    // A folder that still holds something stays.
    for (let folder = dirname(place); folder !== this.#root; folder = dirname(folder)) {
      const isGone = await rmdir(folder).then(
        () => true,
        () => false,
      );
      if (!isGone) return;
    }
  }

  async readState(): Promise<string | undefined> {
    try {
      return await readFile(this.#own('state.json'), 'utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async writeState(text: string): Promise<void> {
    const file = this.#own(join('new', 'state.json'));
    const handle = await open(file, 'w');
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(file, this.#own('state.json'));
  }

  async *#remembered(): AsyncGenerator<string> {
    let last: string | undefined;
    for await (const line of wholeLines(this.#own('labels.begun'))) {
      last = line;
      yield line;
    }
    const reached = last === undefined ? undefined : keyOf(last);
    for await (const line of wholeLines(this.#own('labels'))) {
      if (reached === undefined || keyOf(line) > reached) yield line;
    }
  }

  readLines(): AsyncIterable<string> {
    return wholeLines(this.#own('labels'));
  }

  /** What a cut-off run had begun is joined with what was there before it. */
  async join(): Promise<void> {
    const joined = this.#own('labels.joined');
    const handle = await open(joined, 'w');
    try {
      const lines: string[] = [];
      for await (const line of this.#remembered()) {
        if (lines.push(line) === LINES_AT_ONCE) await writeAll(handle, linesAsBytes(lines.splice(0)));
      }
      await writeAll(handle, linesAsBytes(lines));
    } finally {
      await handle.close();
    }
    await rename(joined, this.#own('labels'));
    await rm(this.#own('labels.begun'), { force: true });
  }

  async writeLines(): Promise<ExportLines> {
    const begun = this.#own('labels.begun');
    const handle = await open(begun, 'w');
    let isOpen = true;
    const abandon = async (): Promise<void> => {
      if (!isOpen) return;
      isOpen = false;
      await handle.close();
    };
    return {
      add: (lines) => writeAll(handle, linesAsBytes(lines)),
      finish: async () => {
        await handle.sync();
        await abandon();
        await rename(begun, this.#own('labels'));
      },
      abandon,
    };
  }

  close(): void {
    if (this.#held.isOpen) this.#held.close();
  }
}

/**
 * Opens a folder for a static copy: a new or empty one, or one that holds a copy of ours. What belongs to the copy alone
 * lies in `.shirushi-export`; a file is written there under a number and then renamed. One process holds it at a time.
 */
export async function openExportFolder(root: string): Promise<Result<ExportFolder, ExportFolderRefusal>> {
  await mkdir(root, { recursive: true });
  const there = await readdir(root);
  if (there.length > 0 && !there.includes(OWN_FOLDER)) return refused({ code: 'export_folder_not_ours' });
  const own = join(root, OWN_FOLDER);
  await mkdir(own, { recursive: true });
  const held = lock(join(own, 'lock'));
  if (held === undefined) return refused({ code: 'export_folder_in_use' });
  try {
    await rm(join(own, 'new'), { recursive: true, force: true });
    await mkdir(join(own, 'new'));
    const copy = new DiskCopy(root, held);
    const begun = await readdir(own);
    if (begun.includes('labels.begun')) await copy.join();
    return ok(copy);
  } catch (error) {
    held.close();
    throw error;
  }
}
