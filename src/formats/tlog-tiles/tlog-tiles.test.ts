import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText } from '../../../testing/any-text.ts';
import { equal } from '../../../testing/equal.ts';
import { LONGEST_ENTRY, parseEntryBundle, writeEntryBundle } from './entry-bundle.ts';
import { parseTilePath, tilePath } from './tile-path.ts';

test('tile 1,234,067 lies where its specification says (C2SP tlog-tiles, Merkle Tree)', () => {
  assert.equal(tilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
  assert.equal(tilePath({ level: 1, index: 1_234_067, width: 17 }), 'tile/1/x001/x234/067.p/17');
  assert.equal(tilePath({ level: 'entries', index: 0, width: 256 }), 'tile/entries/000');
  assert.equal(tilePath({ level: 'entries', index: 1000, width: 1 }), 'tile/entries/x001/000.p/1');
});

test('each tile has exactly one path', () => {
  const levels = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }));
  const tiles = fc.record({
    level: levels,
    index: fc.integer({ min: 0, max: 2 ** 45 - 1 }),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(fc.property(tiles, (tile) => equal(parseTilePath(tilePath(tile)), { ok: true, value: { ...tile } })));
  const wrong = [
    'tile/0/0',
    'tile/0/x000/000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x01/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/001/002',
    'tile/0/x1 0/000',
  ];
  for (const path of wrong) assert.ok(!parseTilePath(path).ok, path);
});

test('whatever is read as a path, nothing is thrown and no second spelling is taken', () => {
  const near = fc
    .array(fc.constantFrom('tile', '/', 'entries', '0', '63', 'x001', '067', '.p/', '7', '256'), { maxLength: 9 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(anyText(), near), (path) => {
      const read = parseTilePath(path);
      if (read.ok) assert.equal(tilePath(read.value), path);
    }),
    { numRuns: 5000 },
  );
});

const ENTRIES = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 });

test('entries come back from their bundle, and from no part of it', () => {
  fc.assert(
    fc.property(ENTRIES, fc.nat(), (entries, cut) => {
      const bytes = writeEntryBundle(entries);
      const read = parseEntryBundle(bytes, entries.length);
      assert.ok(read.ok);
      equal(
        read.value.map((entry) => entry.toHex()),
        entries.map((entry) => entry.toHex()),
      );
      assert.ok(!parseEntryBundle(bytes, entries.length + 1).ok);
      if (entries.length === 0) return;
      assert.ok(!parseEntryBundle(bytes, entries.length - 1).ok);
      assert.ok(!parseEntryBundle(bytes.slice(0, cut % bytes.length), entries.length).ok);
    }),
  );
});

test('a bundle writes lengths as two bytes, the higher first (C2SP tlog-tiles, Log entries)', () => {
  assert.equal(writeEntryBundle([new Uint8Array([1, 2]), new Uint8Array(0)]).toHex(), '000201020000');
  assert.equal(writeEntryBundle([new Uint8Array(LONGEST_ENTRY)]).length, LONGEST_ENTRY + 2);
  assert.throws(() => writeEntryBundle([new Uint8Array(LONGEST_ENTRY + 1)]), RangeError);
});

test('whatever is read as a bundle, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 0, max: 256 }), (bytes, count) => {
      const read = parseEntryBundle(bytes, count);
      if (read.ok) equal(writeEntryBundle(read.value).toHex(), bytes.toHex());
    }),
    { numRuns: 3000 },
  );
});
