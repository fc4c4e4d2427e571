import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { inclusionRanges, consistencyRanges } from './proof-ranges.ts';
import { hashesAtLevel, rangeHashes, tilesOf, widthOf } from './tiles.ts';

test('a tree of 70,000 entries has the tiles its specification names (C2SP tlog-tiles, Partial Tiles)', () => {
  const widths = (level: number): readonly number[] => {
    const count = Math.ceil(hashesAtLevel(level, 70_000) / 256);
    return Array.from({ length: count }, (_, index) => widthOf({ level, index }, 70_000));
  };
  equal([widths(0).length, widths(0).at(-2), widths(0).at(-1)], [274, 256, 112]);
  equal([widths(1), widths(2), widths(3)], [[256, 17], [1], []]);
});

test('a tree of 256 entries has one full tile and one of width 1 above it (C2SP tlog-tiles)', () => {
  equal([widthOf({ level: 0, index: 0 }, 256), widthOf({ level: 1, index: 0 }, 256)], [256, 1]);
  assert.ok(widthOf({ level: 0, index: 1 }, 256) <= 0);
});

test('a proof in a million entries needs one tile a level, and those of the edge', () => {
  const tiles = tilesOf(inclusionRanges(123_456, 1_000_000), 1_000_000);
  equal(
    tiles.map(({ level, index, width }) => `${level}/${index}.${width}`),
    ['0/482.256', '1/1.256', '2/0.15', '1/15.66', '0/3906.64'],
  );
  assert.ok(tilesOf(consistencyRanges(999_999, 1_000_000), 1_000_000).length <= 4);
});

test('a proof is not made of tiles that are missing or too short', () => {
  const ranges = inclusionRanges(0, 3);
  assert.throws(() => rangeHashes(sha256Bytes, ranges, []), /tile 0\/0 is not at hand/);
  assert.throws(
    () => rangeHashes(sha256Bytes, ranges, [{ level: 0, index: 0, bytes: new Uint8Array(64) }]),
    /not at hand/,
  );
});
