import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { treeOfLeaves } from '../../../testing/tree-of.ts';
import { compareDigests, isAbsent, type ListedNeighbour } from './absence.ts';
import { inclusionRanges } from './proof-ranges.ts';
import { rangeHashes, tilesOf } from './tiles.ts';
import { rootOf } from './tree-edge.ts';
import { leafHash } from './tree-hash.ts';

/** A list of digests in the order given, and what stands at a place of it. */
function listOf(digests: readonly Uint8Array[]) {
  const tree = treeOfLeaves(digests.map((digest) => leafHash(sha256Bytes, digest)));
  const size = digests.length;
  const at = (index: number): ListedNeighbour | undefined => {
    const digest = digests[index];
    if (digest === undefined) return undefined;
    const ranges = inclusionRanges(index, size);
    return { index, digest, hashes: rangeHashes(sha256Bytes, ranges, tilesOf(ranges, size).map(tree.tile)) };
  };
  return { head: { size, root: rootOf(sha256Bytes, tree.edge) }, at };
}

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });
const sortedDigests = fc
  .uniqueArray(digest, { maxLength: 40, selector: (bytes) => bytes.toHex() })
  .map((digests) => digests.sort(compareDigests));

test('what a sorted list lacks is proven by its neighbours alone; what it has never is, whichever neighbours are given', () => {
  fc.assert(
    fc.property(sortedDigests, digest, (digests, asked) => {
      const { head, at } = listOf(digests);
      const place = digests.filter((one) => compareDigests(one, asked) < 0).length;
      const isListed = digests.some((one) => compareDigests(one, asked) === 0);
      for (let before = -1; before < digests.length; before += 1) {
        for (let after = 0; after <= digests.length; after += 1) {
          const proven = isAbsent(sha256Bytes, head, asked, { before: at(before), after: at(after) });
          equal(proven, !isListed && before === place - 1 && after === place);
        }
      }
      for (const listed of digests) {
        const own = digests.indexOf(listed);
        equal(isAbsent(sha256Bytes, head, listed, { before: at(own - 1), after: at(own + 1) }), false);
        equal(isAbsent(sha256Bytes, head, listed, { before: at(own - 1), after: at(own) }), false);
      }
    }),
    { numRuns: 40 },
  );
});

test('a neighbour counts only where the list has it, and a list in another order proves nothing', () => {
  const digests = [1, 2, 3, 4].map((byte) => new Uint8Array(32).fill(byte * 16));
  const { head, at } = listOf(digests);
  const asked = new Uint8Array(32).fill(40);
  const [before, after] = [at(1), at(2)];
  assert.ok(before && after);
  equal(isAbsent(sha256Bytes, head, asked, { before, after }), true);
  equal(isAbsent(sha256Bytes, head, asked, { before: { ...before, index: 0 }, after: { ...after, index: 1 } }), false);
  equal(isAbsent(sha256Bytes, head, asked, { before: { ...before, digest: asked }, after }), false);
  equal(isAbsent(sha256Bytes, head, asked, { before: { ...before, hashes: before.hashes.slice(1) }, after }), false);
  equal(isAbsent(sha256Bytes, { ...head, size: 2 }, asked, { before, after: undefined }), false);
  const unsorted = listOf([...digests].reverse());
  equal(isAbsent(sha256Bytes, unsorted.head, asked, { before: unsorted.at(1), after: unsorted.at(2) }), false);
});
