import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SortedDigests } from '../../src/core/log/sorted-digests.ts';
import { appendLeaves, EMPTY_EDGE, rootOf, type CompletedSubtree } from '../../src/core/log/tree-edge.ts';
import { joinedHashes, leafHash } from '../../src/core/log/tree-hash.ts';
import { TILE_WIDTH } from '../../src/core/log/tiles.ts';
import { listedKeys } from '../../src/core/register/listed-key.ts';
import { labelPublishedEntry, registerListedEntry } from '../../src/formats/public-log-entry/write-entry.ts';
import { writeDumpLine } from '../../src/formats/register-dump/dump-line.ts';
import { writeCheckpoint } from '../../src/formats/tlog-checkpoint/checkpoint.ts';
import { writeEntryBundle } from '../../src/formats/tlog-tiles/entry-bundle.ts';
import { tilePath, type TileResource } from '../../src/formats/tlog-tiles/tile-path.ts';
import type { RegisterSource } from '../../src/verify/index.ts';
import { signedByLog, TEST_LOG_NAME } from '../../testing/log-in-memory.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { publishedTexts, type PublishedText } from './record-texts.ts';

/** What a register on the disk holds. */
export type MadeRegister = { readonly entries: number; readonly bytes: number; readonly keys: number };

const utf8 = new TextEncoder();

/** Bytes of the dump read at once, by audit and peer. */
export const PART = 1 << 18;

/** A register's public side as it grows on the disk: entries, tiles, dump, and in the end the checkpoint. */
class RegisterFiles {
  readonly #folder: string;
  readonly #dump: FileHandle;
  readonly #completed: CompletedSubtree[] = [];
  #edge = EMPTY_EDGE;
  #bundle: Uint8Array[] = [];
  #lines: string[] = [];
  bytes = 0;

  constructor(folder: string, dump: FileHandle) {
    this.#folder = folder;
    this.#dump = dump;
  }

  get size(): number {
    return this.#edge.size + this.#bundle.length;
  }

  async #write(tile: TileResource, bytes: Uint8Array): Promise<void> {
    const file = join(this.#folder, tilePath(tile));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    this.bytes += bytes.length;
  }

  async flush(): Promise<void> {
    const [width, index] = [this.#bundle.length, Math.floor(this.#edge.size / TILE_WIDTH)];
    if (width === 0) return;
    const leaves = this.#bundle.map((entry) => leafHash(sha256Bytes, entry));
    await this.#write({ level: 'entries', index, width }, writeEntryBundle(this.#bundle));
    await this.#write({ level: 0, index, width }, joinedHashes(leaves));
    const grown = appendLeaves(sha256Bytes, this.#edge, leaves);
    this.#edge = grown.edge;
    this.#completed.push(...grown.completed);
    const lines = utf8.encode(this.#lines.join(''));
    await this.#dump.write(lines);
    this.bytes += lines.length;
    [this.#bundle, this.#lines] = [[], []];
  }

  async add(entry: string, line = ''): Promise<void> {
    this.#bundle.push(utf8.encode(entry));
    this.#lines.push(line);
    if (this.#bundle.length === TILE_WIDTH) await this.flush();
  }

  async end(): Promise<void> {
    await this.flush();
    const levels = Map.groupBy(this.#completed, ({ level }) => level);
    for (const [level, subtrees] of levels) {
      for (let index = 0; index * TILE_WIDTH < subtrees.length; index += 1) {
        const hashes = subtrees.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH).map(({ hash }) => hash);
        await this.#write({ level, index, width: hashes.length }, joinedHashes(hashes));
      }
    }
    const { size } = this.#edge;
    const root = rootOf(sha256Bytes, this.#edge);
    const text = writeCheckpoint({ origin: TEST_LOG_NAME, size, root, extensions: [] });
    await writeFile(join(this.#folder, 'checkpoint'), signedByLog(text));
  }
}

/** What `labelPublishedEntry` writes, without reading the record to sort what is sorted. */
function entryOf({ number, publishedAt, record }: PublishedText): string {
  return `{"kind":"label-published","number":"${number}","publishedAt":"${publishedAt.toString()}","record":${record}}`;
}

/** The days' lists, as the program makes them each night. */
class Lists {
  readonly #digests = new SortedDigests();
  #waiting: Uint8Array[] = [];
  #labels = 0;
  keys = 0;

  add({ parts }: PublishedText): void {
    for (const key of listedKeys(parts)) this.#waiting.push(sha256Bytes(utf8.encode(key)));
    this.#labels += 1;
  }

  entry(day: Temporal.PlainDate): string {
    this.#digests.add(joinedHashes(this.#waiting));
    this.#waiting = [];
    const list = this.#digests.head(sha256Bytes);
    this.keys = list.size;
    const until = day.add({ days: 1 }).toZonedDateTime('Asia/Tokyo').toInstant();
    return registerListedEntry({ day, until, snapshotSha256: '0'.repeat(64), labels: this.#labels, list });
  }
}

/**
 * Writes a register as its public addresses give it, without any act: so many entries, the last of them the lists of the
 * last days. The labels were all published before.
 */
export async function makeRegister(
  folder: string,
  { entries, lists }: { readonly entries: number; readonly lists: number },
): Promise<MadeRegister> {
  await mkdir(folder, { recursive: true });
  const dump = await open(join(folder, 'labels.jsonl'), 'w');
  try {
    const files = new RegisterFiles(folder, dump);
    const listed = new Lists();
    let last = Temporal.PlainDate.from('2024-01-01');
    for (const label of publishedTexts(entries - lists)) {
      listed.add(label);
      last = label.publishedAt.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
      const entry = entryOf(label);
      if (files.size % 10_000 === 0 && entry !== labelPublishedEntry(sha256Bytes, label)) {
        throw new Error('this is not how the program writes entries');
      }
      await files.add(entry, writeDumpLine(label));
    }
    for (let day = 0; day < lists; day += 1) await files.add(listed.entry(last.add({ days: day })));
    await files.end();
    return { entries: files.size, bytes: files.bytes, keys: listed.keys };
  } finally {
    await dump.close();
  }
}

/** A register on the disk as an audit reads it. */
export function registerIn(folder: string): RegisterSource {
  return {
    checkpoint: () => readFile(join(folder, 'checkpoint'), 'utf8'),
    tile: (path) => readFile(join(folder, path)),
    labels: () => createReadStream(join(folder, 'labels.jsonl'), { highWaterMark: PART }) as AsyncIterable<Uint8Array>,
  };
}
