import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashesAtLevel, TILE_WIDTH, widthOf } from '../../src/core/log/tiles.ts';
import { tilePath } from '../../src/formats/tlog-tiles/tile-path.ts';
import { PART } from './register-files.ts';

const LENGTH_BYTES = 2;

/** Parses every entry of a bundle. */
function parseBundle(bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    const end = at + LENGTH_BYTES + bytes.readUInt16BE(at);
    JSON.parse(bytes.toString('utf8', at + LENGTH_BYTES, end));
    at = end;
  }
}

/** Parses every line of a file, and hashes it part by part. */
async function hashAndParseLines(file: string): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of createReadStream(file, { highWaterMark: PART }) as AsyncIterable<Buffer>) {
    hash('sha256', part);
    let begin = 0;
    for (let end = part.indexOf(0x0a); end >= 0; end = part.indexOf(0x0a, begin)) {
      const line = begin === 0 ? Buffer.concat([rest, part.subarray(0, end)]) : part.subarray(begin, end);
      JSON.parse(line.toString('utf8'));
      begin = end + 1;
    }
    rest = begin === 0 ? Buffer.concat([rest, part]) : part.subarray(begin);
  }
}

/** Reads all that an audit reads: hashes it, file by file, and parses the JSON in it; nothing is compared or remembered. */
export async function hashAndParse(folder: string, size: number): Promise<void> {
  const read = async (level: number | 'entries', index: number, width: number): Promise<Buffer> => {
    const bytes = await readFile(join(folder, tilePath({ level, index, width })));
    hash('sha256', bytes);
    return bytes;
  };
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = widthOf({ level: 0, index }, size);
    parseBundle(await read('entries', index, width));
    await read(0, index, width);
  }
  for (let level = 1; hashesAtLevel(level, size) > 0; level += 1) {
    for (let index = 0; index * TILE_WIDTH < hashesAtLevel(level, size); index += 1) {
      await read(level, index, widthOf({ level, index }, size));
    }
  }
  await hashAndParseLines(join(folder, 'labels.jsonl'));
}
