import { createHash, randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileRefusal, FileStore } from '../app/ports.ts';
import { parseSha256, type Sha256 } from '../core/kernel/ids.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** How long an unfinished upload is left alone: another process may be writing it. */
const ABANDONED_AFTER = Temporal.Duration.from({ hours: 1 });

type Stored = { readonly sha256: Sha256; readonly size: number };

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  codes.includes((error as { code?: string }).code ?? '');

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await handle.write(chunk, written)).bytesWritten;
  }
}

/**
 * Writes the source into an open file and hashes it on the way; stops reading as soon as the limit is passed. One chunk
 * is on its way to the disk while the next one arrives and is hashed.
 */
async function writeHashed(
  handle: FileHandle,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<Result<Stored, FileRefusal>> {
  const hash = createHash('sha256');
  let size = 0;
  let writing = Promise.resolve();
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) return refused({ code: 'file_too_large', limit });
      hash.update(chunk);
      await writing;
      writing = writeAll(handle, chunk);
      // Awaited with the next chunk; until then its failure is nobody's.
      writing.catch(() => undefined);
    }
    await writing;
  } finally {
    await writing.catch(() => undefined);
  }
  await handle.sync();
  return ok({ sha256: hash.digest('hex') as Sha256, size });
}

/** Removes uploads that a crash left unfinished. */
async function removeAbandoned(incoming: string, abandonedAfter: Temporal.Duration): Promise<void> {
  const latest = Temporal.Now.instant().subtract(abandonedAfter).epochMilliseconds;
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await stat(path).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (found !== undefined && found.mtimeMs <= latest) await rm(path, { force: true });
  }
}

async function* listFiles(content: string): AsyncGenerator<Sha256> {
  for (const first of (await readdir(content)).sort()) {
    for (const second of (await readdir(join(content, first))).sort()) {
      for (const name of (await readdir(join(content, first, second))).sort()) {
        const sha256 = parseSha256(name);
        if (sha256.ok) yield sha256.value;
      }
    }
  }
}

async function openExisting(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

async function readPart(
  path: string,
  { from, length }: { readonly from: number; readonly length: number },
): Promise<Uint8Array | undefined> {
  const handle = await openExisting(path);
  if (handle === undefined) return undefined;
  try {
    const bytes = new Uint8Array(length);
    let filled = 0;
    for (let read = 1; read > 0 && filled < length; filled += read) {
      read = (await handle.read(bytes, filled, length - filled, from + filled)).bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

async function isReadable(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

/**
 * A file store in a folder of a local disk: `content/ab/cd/abcd…` holds finished files, `incoming/` unfinished ones under
 * random names. A file gets its name only when its bytes are on the disk, so a crash leaves nothing wrong behind. Opening
 * the store removes unfinished files that nobody has written to for `abandonedAfter`.
 */
export async function openDiskFiles(
  root: string,
  { abandonedAfter = ABANDONED_AFTER }: { readonly abandonedAfter?: Temporal.Duration } = {},
): Promise<FileStore> {
  const content = join(root, 'content');
  const incoming = join(root, 'incoming');
  for (const folder of [content, incoming]) await mkdir(folder, { recursive: true, mode: 0o700 });
  await syncDirectory(root);
  await removeAbandoned(incoming, abandonedAfter);
  const pathOf = (sha256: Sha256): string => join(content, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  /** Gives a finished file its name. Renaming over the same content is harmless, and heals a damaged one. */
  async function settle(unfinished: string, sha256: Sha256): Promise<void> {
    const folder = dirname(pathOf(sha256));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(unfinished, pathOf(sha256));
    // All three: another process may have made the folders a moment ago and not yet synced them.
    for (const directory of [folder, dirname(folder), content]) await syncDirectory(directory);
  }

  return {
    async put(source, limit) {
      const unfinished = join(incoming, randomUUID());
      try {
        const handle = await open(unfinished, 'wx', 0o600);
        try {
          const stored = await writeHashed(handle, source instanceof Uint8Array ? [source] : source, limit);
          if (stored.ok) await settle(unfinished, stored.value.sha256);
          return stored;
        } finally {
          await handle.close();
        }
      } catch (error) {
        if (hasCode(error, 'ENOSPC', 'EDQUOT')) return refused({ code: 'file_store_full' });
        throw error;
      } finally {
        await rm(unfinished, { force: true });
      }
    },
    async open(sha256) {
      return (await openExisting(pathOf(sha256)))?.createReadStream();
    },
    read: (sha256, part) => readPart(pathOf(sha256), part),
    has: (sha256) => isReadable(pathOf(sha256)),
    list: () => listFiles(content),
  };
}
