import { emptyTreeHash, HASH_BYTES, joinedHashes, nodeHash, type Sha256Of, type TreeHash } from './tree-hash.ts';

/**
 * All that must be known of a tree to let it grow: how many entries it has, and the hashes of the largest complete subtrees
 * side by side, from the left, one for each binary digit 1 of the size.
 */
export type TreeEdge = { readonly size: number; readonly hashes: readonly TreeHash[] };

/** The edge of a tree with nothing in it. */
export const EMPTY_EDGE: TreeEdge = { size: 0, hashes: [] };

/**
 * A subtree of 256^level entries that has become complete: one hash of a tile at that level (C2SP tlog-tiles). Leaves,
 * at level 0, are not among them.
 */
export type CompletedSubtree = { readonly level: number; readonly index: number; readonly hash: TreeHash };

/** An edge after entries were appended, and the subtrees that became complete on the way, in that order. */
type GrownTree = { readonly edge: TreeEdge; readonly completed: readonly CompletedSubtree[] };

/** Binary levels between two levels of tiles. */
const TILE_HEIGHT = 8;

/** Appends leaf hashes to a tree of which only the edge is known. */
export function appendLeaves(sha256: Sha256Of, edge: TreeEdge, leaves: readonly TreeHash[]): GrownTree {
  const hashes = [...edge.hashes];
  const completed: CompletedSubtree[] = [];
  let { size } = edge;
  for (const leaf of leaves) {
    let hash = leaf;
    let index = size;
    for (let level = 1; index % 2 === 1; level += 1) {
      const left = hashes.pop();
      if (left === undefined) throw new Error('the edge of a tree does not fit its size');
      hash = nodeHash(sha256, left, hash);
      index = (index - 1) / 2;
      if (level % TILE_HEIGHT === 0) completed.push({ level: level / TILE_HEIGHT, index, hash });
    }
    hashes.push(hash);
    size += 1;
  }
  return { edge: { size, hashes }, completed };
}

/** The root of the tree whose edge this is (RFC 6962, 2.1). */
export function rootOf(sha256: Sha256Of, { hashes }: TreeEdge): TreeHash {
  const last = hashes.at(-1);
  if (last === undefined) return emptyTreeHash(sha256);
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last);
}

function digitsOne(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** An edge as bytes: its hashes one after another, from the left. */
export function edgeBytes({ hashes }: TreeEdge): Uint8Array {
  return joinedHashes(hashes);
}

/** Reads back what `edgeBytes` wrote; undefined when the bytes are not an edge of that size. */
export function edgeFromBytes(size: number, bytes: Uint8Array): TreeEdge | undefined {
  const count = digitsOne(size);
  if (bytes.length !== count * HASH_BYTES) return undefined;
  const hashes = Array.from({ length: count }, (_, place) => bytes.slice(place * HASH_BYTES, (place + 1) * HASH_BYTES));
  return { size, hashes };
}
