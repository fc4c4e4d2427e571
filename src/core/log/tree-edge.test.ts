import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { CT_ENTRIES, CT_ROOTS, naiveRoot } from '../../../testing/naive-tree.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { numberedLeaves } from '../../../testing/tree-of.ts';
import { appendLeaves, edgeBytes, edgeFromBytes, EMPTY_EDGE, rootOf } from './tree-edge.ts';
import { leafHash } from './tree-hash.ts';

test('the published entries have the published roots, at each size (RFC 6962, 2.1)', () => {
  let edge = EMPTY_EDGE;
  const roots = [rootOf(sha256Bytes, edge).toHex()];
  for (const entry of CT_ENTRIES) {
    ({ edge } = appendLeaves(sha256Bytes, edge, [leafHash(sha256Bytes, entry)]));
    roots.push(rootOf(sha256Bytes, edge).toHex());
  }
  equal(roots, CT_ROOTS);
});

test('a tree grown by its edge has the root of its definition, however its entries arrive', () => {
  const leaves = numberedLeaves(700);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 6 }), (batches) => {
      let edge = EMPTY_EDGE;
      for (const count of batches) {
        ({ edge } = appendLeaves(sha256Bytes, edge, leaves.slice(edge.size, edge.size + count)));
      }
      equal(rootOf(sha256Bytes, edge), naiveRoot(leaves.slice(0, edge.size), true));
    }),
    { numRuns: 60 },
  );
});

test('each full tile of 256 hashes is told once, when its last entry arrives, with its own root', () => {
  const leaves = numberedLeaves(256 * 3 + 5);
  const { completed } = appendLeaves(sha256Bytes, EMPTY_EDGE, leaves);
  const tiles = [0, 1, 2].map((index) => ({
    level: 1,
    index,
    hash: naiveRoot(leaves.slice(index * 256, (index + 1) * 256), true),
  }));
  equal(completed, tiles);
  const { edge } = appendLeaves(sha256Bytes, EMPTY_EDGE, leaves.slice(0, 255));
  equal(appendLeaves(sha256Bytes, edge, leaves.slice(255, 256)).completed, tiles.slice(0, 1));
});

test('65,536 entries complete a tile of the second level', () => {
  const leaves = numberedLeaves(65_536);
  const { completed, edge } = appendLeaves(sha256Bytes, EMPTY_EDGE, leaves);
  equal(completed.at(-1), { level: 2, index: 0, hash: rootOf(sha256Bytes, edge) });
  assert.equal(completed.length, 257);
});

test('an edge comes back from its bytes, and no other size is taken for it', () => {
  const { edge } = appendLeaves(sha256Bytes, EMPTY_EDGE, numberedLeaves(11));
  const bytes = edgeBytes(edge);
  equal(edgeFromBytes(11, bytes), edge);
  assert.equal(edgeFromBytes(12, bytes), undefined);
  assert.equal(edgeFromBytes(11, bytes.slice(1)), undefined);
  equal(edgeFromBytes(0, new Uint8Array(0)), EMPTY_EDGE);
});
