import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { CT_ENTRIES, CT_ROOTS, naiveRoot } from '../../../testing/naive-tree.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { numberedLeaves, treeOfLeaves, type TreeInMemory } from '../../../testing/tree-of.ts';
import { consistencyRanges, inclusionRanges, type EntryRange } from './proof-ranges.ts';
import { rangeHashes, tilesOf } from './tiles.ts';
import { emptyTreeHash, leafHash, type TreeHash } from './tree-hash.ts';
import { isConsistent, isIncluded } from './tree-proofs.ts';

const CT = treeOfLeaves(CT_ENTRIES.map((entry) => leafHash(sha256Bytes, entry)));

function proofFrom(tree: TreeInMemory, ranges: readonly EntryRange[], size: number): readonly TreeHash[] {
  return rangeHashes(sha256Bytes, ranges, tilesOf(ranges, size).map(tree.tile));
}

const hexOf = (hashes: readonly TreeHash[]): readonly string[] => hashes.map((hash) => hash.toHex());
const rootAt = (size: number): TreeHash => Uint8Array.fromHex(CT_ROOTS[size] ?? '');

/** certificate-transparency-go, trillian/merkle/testonly, and the tests of other implementations of RFC 6962. */
const PUBLISHED_INCLUSION: readonly (readonly [index: number, size: number, proof: readonly string[]])[] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
];

const PUBLISHED_CONSISTENCY: readonly (readonly [older: number, size: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

test('the published inclusion proofs are made and believed (RFC 6962, 2.1.1)', () => {
  for (const [index, size, published] of PUBLISHED_INCLUSION) {
    const proof = proofFrom(CT, inclusionRanges(index, size), size);
    equal(hexOf(proof), published);
    const leaf = { hash: CT.leaves[index] as TreeHash, index };
    assert.ok(isIncluded(sha256Bytes, leaf, { size, root: rootAt(size) }, proof));
  }
});

test('the published consistency proofs are made and believed (RFC 6962, 2.1.2)', () => {
  for (const [older, size, published] of PUBLISHED_CONSISTENCY) {
    const proof = proofFrom(CT, consistencyRanges(older, size), size);
    equal(hexOf(proof), published);
    const trees = { older: { size: older, root: rootAt(older) }, newer: { size, root: rootAt(size) } };
    assert.ok(isConsistent(sha256Bytes, trees, proof));
  }
});

const LEAVES = numberedLeaves(1500);
const TREE = treeOfLeaves(LEAVES);
const SIZES = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 250, max: 520 }),
  fc.integer({ min: 1, max: 1500 }),
);
const ROOTS = new Map<number, TreeHash>();
function rootOfFirst(size: number): TreeHash {
  const root = ROOTS.get(size) ?? naiveRoot(LEAVES.slice(0, size), true);
  ROOTS.set(size, root);
  return root;
}

/** Every way of spoiling a proof a little. */
function spoiled(proof: readonly TreeHash[]): readonly (readonly TreeHash[])[] {
  const flipped = proof.map((_, place) =>
    proof.map((hash, other) => (other === place ? hash.map((byte, n) => (n === 7 ? byte ^ 4 : byte)) : hash)),
  );
  const swapped = proof.length > 1 ? [[...proof].reverse()] : [];
  return [...flipped, ...swapped, proof.slice(1), [...proof, LEAVES[0] as TreeHash], [LEAVES[0] as TreeHash, ...proof]];
}

test('any entry of any tree is proven from its tiles, and no other entry, place, size or proof is believed', () => {
  fc.assert(
    fc.property(SIZES, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (size, where) => {
      const index = Math.floor(where * size);
      const proof = proofFrom(TREE, inclusionRanges(index, size), size);
      const leaf = { hash: LEAVES[index] as TreeHash, index };
      const head = { size, root: rootOfFirst(size) };
      assert.ok(isIncluded(sha256Bytes, leaf, head, proof));
      assert.ok(!isIncluded(sha256Bytes, { ...leaf, hash: LEAVES[(index + 1) % 1500] as TreeHash }, head, proof));
      assert.ok(!isIncluded(sha256Bytes, { ...leaf, index: index + 1 }, head, proof));
      assert.ok(!isIncluded(sha256Bytes, leaf, { ...head, root: LEAVES[3] as TreeHash }, proof));
      const wrong = proof.length === 0 ? [[LEAVES[0] as TreeHash]] : spoiled(proof);
      for (const other of wrong) assert.ok(!isIncluded(sha256Bytes, leaf, head, other));
    }),
    { numRuns: 150 },
  );
});

test('any two sizes of a log are proven consistent from tiles, and no other history or proof is believed', () => {
  fc.assert(
    fc.property(SIZES, SIZES, (one, other) => {
      const [from, to] = [Math.min(one, other), Math.max(one, other)];
      const proof = proofFrom(TREE, consistencyRanges(from, to), to);
      const older = { size: from, root: rootOfFirst(from) };
      const newer = { size: to, root: rootOfFirst(to) };
      assert.ok(isConsistent(sha256Bytes, { older, newer }, proof));
      const forked = { ...older, root: LEAVES[2] as TreeHash };
      assert.ok(!isConsistent(sha256Bytes, { older: forked, newer }, proof));
      if (from === to) return;
      assert.ok(!isConsistent(sha256Bytes, { older: newer, newer: older }, proof));
      for (const wrong of spoiled(proof)) assert.ok(!isConsistent(sha256Bytes, { older, newer }, wrong));
    }),
    { numRuns: 150 },
  );
});

test('an empty older tree is consistent with every tree, if it is stated as empty', () => {
  const newer = { size: 3, root: rootAt(3) };
  assert.ok(isConsistent(sha256Bytes, { older: { size: 0, root: emptyTreeHash(sha256Bytes) }, newer }, []));
  assert.ok(!isConsistent(sha256Bytes, { older: { size: 0, root: rootAt(1) }, newer }, []));
  assert.ok(!isConsistent(sha256Bytes, { older: { size: 0, root: emptyTreeHash(sha256Bytes) }, newer }, [rootAt(1)]));
});

test('numbers that count nothing are believed nowhere', () => {
  const leaf = CT.leaves[0] as TreeHash;
  for (const odd of [-1, 0.5, NaN, Infinity, 2 ** 53]) {
    assert.ok(!isIncluded(sha256Bytes, { hash: leaf, index: odd }, { size: 1, root: leaf }, []));
    assert.ok(!isIncluded(sha256Bytes, { hash: leaf, index: 0 }, { size: odd, root: leaf }, []));
    assert.ok(!isConsistent(sha256Bytes, { older: { size: odd, root: leaf }, newer: { size: odd, root: leaf } }, []));
  }
});
