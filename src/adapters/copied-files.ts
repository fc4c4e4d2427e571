import { createReadStream, statSync, type Stats } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopiedFile } from '../app/ports.ts';

/** Bytes of files kept in memory, all together; larger ones are read as they are sent. */
const ROOM = 256 * 1024 * 1024;
const LARGEST_KEPT = 1024 * 1024;

/** Milliseconds for which nobody looks whether a run has changed the copy. */
const BELIEVED = 1_000;

/** Written at the end of every run. */
const STATE = '.shirushi-export/state.json';

/** What an address may lack of its file's name, in the order it is looked for (docs/static-export.md). */
const ENDINGS = ['', '.html', '.json', '.gz'] as const;

/** Dumps whose address tells the encoding in its query. */
const ENCODED = /^\/api\/v1\/dump\/labels\.csv\?encoding=(cp932|utf-8-bom)$/;

/** The files an address may mean, from the root of the copy; none where it is no address of a copy. */
function namesOf(address: string): readonly string[] {
  const [, encoding] = ENCODED.exec(address) ?? [];
  if (encoding !== undefined) return [`/api/v1/dump/labels-${encoding}.csv`];
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
    // No part is hidden or leads upwards: what is ours alone begins with a point.
    if (!/^(\/(?!\.(?!well-known\/))[^/\0]*)+$/.test(path)) return [];
    return path.endsWith('/') ? [`${path}index.html`] : ENDINGS.map((ending) => path + ending);
  } catch {
    return [];
  }
}

/** Whether a folder holds a copy whose first run came to its end. */
export function isStaticCopy(folder: string): boolean {
  return statSync(join(folder, STATE), { throwIfNoEntry: false })?.isFile() === true;
}

/** The files of a static copy by the addresses that mean them; those asked for lately stay in memory. */
export class CopiedFiles {
  readonly #folder: string;
  readonly #now: () => number;
  readonly #kept = new Map<string, CopiedFile>();
  #bytes = 0;
  #lookedAt = -Infinity;
  #stamp = 0;

  /** @param now milliseconds that only go forward */
  constructor(folder: string, now: () => number = () => performance.now()) {
    this.#folder = folder;
    this.#now = now;
  }

  /** The file an address means, its query included; undefined where there is none. */
  find(address: string): CopiedFile | Promise<CopiedFile | undefined> {
    this.#forgetOldRun();
    return this.#kept.get(address) ?? this.#read(address);
  }

  /** What a run replaced is read again, at most a second after its end. */
  #forgetOldRun(): void {
    const now = this.#now();
    if (now - this.#lookedAt < BELIEVED) return;
    this.#lookedAt = now;
    const stamp = statSync(join(this.#folder, STATE), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#kept.clear();
    this.#bytes = 0;
  }

  async #read(address: string): Promise<CopiedFile | undefined> {
    const stamp = this.#stamp;
    for (const name of namesOf(address)) {
      const file = await this.#open(name);
      if (file === undefined) continue;
      if (file.body !== undefined && stamp === this.#stamp) this.#keep(address, file, file.body.length);
      return file;
    }
    return undefined;
  }

  async #open(name: string): Promise<CopiedFile | undefined> {
    const path = join(this.#folder, name);
    const handle = await open(path).catch((error: unknown) => {
      if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes((error as { code?: string }).code ?? ''))
        return undefined;
      throw error;
    });
    if (handle === undefined) return undefined;
    try {
      const found = await handle.stat();
      if (!found.isFile()) return undefined;
      const body = found.size > LARGEST_KEPT ? undefined : await handle.readFile();
      return {
        name,
        etag: etagOf(found),
        size: body?.length ?? found.size,
        body,
        stream: () => createReadStream(path),
      };
    } finally {
      await handle.close();
    }
  }

  #keep(address: string, file: CopiedFile, bytes: number): void {
    this.#bytes += bytes - (this.#kept.get(address)?.size ?? 0);
    this.#kept.delete(address);
    this.#kept.set(address, file);
    for (const [oldest, { size }] of this.#kept) {
      if (this.#bytes <= ROOM) return;
      this.#kept.delete(oldest);
      this.#bytes -= size;
    }
  }
}

/** A run writes only files whose bytes differ, each at once: size and moment name the content. */
function etagOf({ size, mtimeMs }: Stats): string {
  return `W/"${size.toString(36)}-${Math.round(mtimeMs * 1000).toString(36)}"`;
}
