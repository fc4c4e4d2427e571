import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { unzip } from '../../../testing/unzip.ts';
import { directory, TOO_LARGE } from './zip-headers.ts';
import { zipStream, type ArchivePart } from './zip-stream.ts';

async function zipOf(parts: readonly ArchivePart[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(ReadableStream.from(parts))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The entries of an archive with their texts. */
async function read(zip: Buffer): Promise<readonly (readonly [string, string])[]> {
  return (await unzip(zip)).map(({ name, bytes }) => [name, bytes.toString()] as const);
}

const part = (name: string, text: string): ArchivePart => {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, bytes };
};

const inPieces = (...pieces: readonly string[]): AsyncIterable<Uint8Array> =>
  ReadableStream.from(pieces.map((piece) => Buffer.from(piece)));

test('an archive holds its parts under their names, whole or in pieces, empty ones and Japanese names too', async () => {
  const parts = [
    part('a.txt', 'one'),
    { name: 'files/証拠.txt', size: 6, bytes: inPieces('two', 'six') },
    part('empty', ''),
  ];
  equal(await read(await zipOf(parts)), [
    ['a.txt', 'one'],
    ['files/証拠.txt', 'twosix'],
    ['empty', ''],
  ]);
  equal(await read(await zipOf([])), []);
});

test('a part with another size than it said breaks the archive off', async () => {
  await assert.rejects(zipOf([{ ...part('a', 'one'), size: 4 }]), /a has 3 bytes instead of 4/);
});

test('a part that is announced as larger than 4 GiB is written with wide sizes, which readers understand', () => {
  const name = Buffer.from('large');
  const listing = directory(
    [{ name, crc: 1, size: TOO_LARGE + 5, offset: TOO_LARGE + 9, isLarge: true }],
    2 * TOO_LARGE,
  );
  const extra = 46 + name.length;
  equal([listing.readUInt32LE(20), listing.readUInt32LE(42), listing.readUInt16LE(extra)], [TOO_LARGE, TOO_LARGE, 1]);
  equal([listing.readBigUInt64LE(extra + 4), listing.readBigUInt64LE(extra + 20)].map(Number), [
    TOO_LARGE + 5,
    TOO_LARGE + 9,
  ]);
  assert.ok(listing.includes(Buffer.from([0x50, 0x4b, 6, 6])) && listing.includes(Buffer.from([0x50, 0x4b, 6, 7])));
});

test(
  'python’s own reader finds no fault',
  { skip: spawnSync('python3', ['--version']).error !== undefined && 'NO PYTHON' },
  async () => {
    const zip = await zipOf([part('a.txt', 'one'), part('b/ｃ.txt', 'x'.repeat(70_000))]);
    const script =
      'import sys,io,zipfile; z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); print(z.testzip(), z.namelist())';
    const { stdout } = spawnSync('python3', ['-c', script], { input: zip });
    equal(stdout.toString().trim(), "None ['a.txt', 'b/ｃ.txt']");
  },
);
