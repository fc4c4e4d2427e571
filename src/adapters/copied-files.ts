import { statSync, type Stats } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopiedFile } from '../app/ports.ts';

/** Larger files are read as they are sent. */
const LARGEST_KEPT = 1024 * 1024;

/** Milliseconds for which nobody looks whether a file that is kept has been replaced. */
const BELIEVED = 1_000;

/** Written at the end of every run. */
const STATE = '.shirushi-export/state.json';

/** What an address may lack of its file's name, in the order it is looked for (docs/static-export.md). */
const ENDINGS = ['', '.html', '.json', '.gz'] as const;

/** The dump whose address tells its encoding in the query. */
const ENCODED = '/api/v1/dump/labels.csv';

/** Whoever has no such file, or no such folder. */
const ABSENT = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'];

/** The path of a file as an address means it, before its ending; undefined where it is no address of a copy. */
function pathOf(address: string): string | undefined {
  try {
    const [, typed = '', query = ''] = /^([^?#]*)(\?[^#]*)?/.exec(address) ?? [];
    const path = decodeURIComponent(typed);
    // No part is hidden or leads upwards: what is ours alone begins with a point.
    if (!/^(\/(?!\.(?!well-known\/))[^/\0]*)+$/.test(path)) return undefined;
    const encoding = path === ENCODED ? (new URLSearchParams(query).get('encoding') ?? 'utf-8') : 'utf-8';
    return encoding === 'utf-8' ? path : `/api/v1/dump/labels-${encoding.replaceAll(/[/.\0]/g, '')}.csv`;
  } catch {
    return undefined;
  }
}

const namesOf = (path: string): readonly string[] =>
  path.endsWith('/') ? [`${path}index.html`] : ENDINGS.map((ending) => path + ending);

/** A run writes only files whose bytes differ, each at once: size and moment name the content. */
function etagOf({ size, mtimeMs }: Stats): string {
  return `W/"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  return open(path).catch((error: unknown) => {
    if (ABSENT.includes((error as { code?: string }).code ?? '')) return undefined;
    throw error;
  });
}

/** Whether a folder holds a copy whose first run came to its end. */
export function isStaticCopy(folder: string): boolean {
  return statSync(join(folder, STATE), { throwIfNoEntry: false })?.isFile() === true;
}

/** A file in memory, what it takes there at most, and when it was last known to be the one on the disk. */
type Kept = { readonly file: CopiedFile; readonly bytes: number; seenAt: number };

/** How much is kept, and how time passes; replaced in tests. */
type Settings = {
  /** Bytes kept in memory, all together. */
  readonly room?: number;
  /** Milliseconds that only go forward. */
  readonly now?: () => number;
};

/** The files of a static copy by the addresses that mean them; those asked for lately stay in memory. */
export class CopiedFiles {
  readonly #folder: string;
  readonly #room: number;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  constructor(folder: string, { room = 256 * 1024 * 1024, now = () => performance.now() }: Settings = {}) {
    this.#folder = folder;
    this.#room = room;
    this.#now = now;
  }

  /** The file an address means; undefined where there is none. */
  async find(address: string): Promise<CopiedFile | undefined> {
    const path = pathOf(address);
    if (path === undefined) return undefined;
    const kept = this.#kept.get(path);
    if (kept !== undefined && (await this.#isStillSo(kept))) {
      this.#keep(path, kept);
      return kept.file;
    }
    this.#drop(path);
    return this.#read(path);
  }

  async #isStillSo(kept: Kept): Promise<boolean> {
    const now = this.#now();
    if (now - kept.seenAt < BELIEVED) return true;
    const found = await stat(join(this.#folder, kept.file.name)).catch(() => undefined);
    kept.seenAt = now;
    return found !== undefined && etagOf(found) === kept.file.etag;
  }

  async #read(path: string): Promise<CopiedFile | undefined> {
    for (const name of namesOf(path)) {
      const seenAt = this.#now();
      const file = await this.#open(name);
      if (file === undefined) continue;
      // As it is and packed, with its name and headers: no more than this.
      if (file.body !== undefined)
        this.#keep(path, { file, bytes: 2 * file.body.length + 4 * path.length + 4_000, seenAt });
      return file;
    }
    return undefined;
  }

  async #open(name: string): Promise<CopiedFile | undefined> {
    const path = join(this.#folder, name);
    const handle = await openIfThere(path);
    if (handle === undefined) return undefined;
    try {
      const found = await handle.stat();
      if (!found.isFile()) return undefined;
      const { size } = found;
      const etag = etagOf(found);
      const body = size > LARGEST_KEPT ? undefined : await handle.readFile();
      return { name, etag, size: body?.length ?? size, body, stream: () => openStream(path, { etag, size }) };
    } finally {
      await handle.close();
    }
  }

  /** Keeps a file as the one asked for last, and lets go of those that were not asked for the longest. */
  #keep(path: string, kept: Kept): void {
    this.#drop(path);
    this.#kept.set(path, kept);
    this.#bytes += kept.bytes;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#room) return;
      this.#drop(oldest);
    }
  }

  #drop(path: string): void {
    this.#bytes -= this.#kept.get(path)?.bytes ?? 0;
    this.#kept.delete(path);
  }
}

/** Reads a file that must still be the one that was found; whoever reads closes it. */
async function openStream(
  path: string,
  { etag, size }: Pick<CopiedFile, 'etag' | 'size'>,
): ReturnType<CopiedFile['stream']> {
  const handle = await open(path);
  try {
    if (etagOf(await handle.stat()) !== etag) throw new Error(`${path} was replaced while it was asked for`);
    return handle.createReadStream({ end: Math.max(size - 1, 0) });
  } catch (error) {
    await handle.close();
    throw error;
  }
}
