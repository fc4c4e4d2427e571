import { createHash } from 'node:crypto';
import type { ArchivePart } from '../zip-archive/zip-stream.ts';
import { zipStream } from '../zip-archive/zip-stream.ts';
import { ARCHIVE_README } from './archive-readme.ts';

/** A file filed with a case, by its content; `open` is undefined where the store has lost it. */
export type ArchivedFile = {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  readonly open: (() => Promise<AsyncIterable<Uint8Array> | undefined>) | undefined;
};

/** The record of a case: texts by their path in the archive, exactly as they are kept, and the files. */
type CaseRecord = {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: readonly ArchivedFile[];
};

/** What no file name may hold on some system, and what would begin another line of the list of hashes. */
const UNSAFE = /[\p{Cc}\p{Cf}/\\:*?"<>|]/gu;
/** Bytes of a file's own name that are kept. */
const LONGEST = 150;

/** Where a file lies in the archive: the beginning of its hash, so that no two collide, and its name as far as it is safe. */
export function archivedName({ sha256, name }: Pick<ArchivedFile, 'sha256' | 'name'>): string {
  let safe = name.toWellFormed().replace(UNSAFE, '_');
  while (Buffer.byteLength(safe) > LONGEST) safe = Array.from(safe).slice(1).join('');
  return `files/${sha256.slice(0, 16)}-${safe}`;
}

async function* hashing(bytes: AsyncIterable<Uint8Array>, done: (sha256: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) {
    hash.update(chunk);
    yield chunk;
  }
  done(hash.digest('hex'));
}

async function* partsOf({ texts, files }: CaseRecord): AsyncGenerator<ArchivePart> {
  const sums: string[] = [];
  const sum = (name: string) => (sha256: string) => sums.push(`${sha256}  ${name}\n`);
  for (const [name, text] of [['README.txt', ARCHIVE_README], ...Object.entries(texts)] as const) {
    const bytes = Buffer.from(text);
    sum(name)(createHash('sha256').update(bytes).digest('hex'));
    yield { name, size: bytes.length, bytes };
  }
  for (const file of files) {
    const bytes = await file.open?.();
    if (bytes === undefined) continue;
    const name = archivedName(file);
    yield { name, size: file.size, bytes: hashing(bytes, sum(name)) };
  }
  const listing = Buffer.from(sums.join(''));
  yield { name: 'SHA256SUMS', size: listing.length, bytes: listing };
}

/**
 * The record of a case as one zip, streamed. Its last part, `SHA256SUMS`, lists the hash of every other one as it was
 * written, so that `sha256sum -c SHA256SUMS` checks the unpacked archive.
 */
export function caseArchive(record: CaseRecord): AsyncIterable<Uint8Array> {
  return zipStream(partsOf(record));
}
