import { appendLeaves, EMPTY_EDGE, type TreeEdge } from '../src/core/log/tree-edge.ts';
import { HASH_BYTES, leafHash, type TreeHash } from '../src/core/log/tree-hash.ts';
import { TILE_WIDTH, type ReadTile, type Tile } from '../src/core/log/tiles.ts';
import { sha256Bytes } from './sha256.ts';

/** A whole tree in memory: its edge, its entries' hashes, and its tiles by level, index and width. */
export type TreeInMemory = {
  readonly edge: TreeEdge;
  readonly leaves: readonly TreeHash[];
  readonly tile: (tile: Tile) => ReadTile;
};

/** Grows a tree from hashes of entries. */
export function treeOfLeaves(leaves: readonly TreeHash[]): TreeInMemory {
  const { edge, completed } = appendLeaves(sha256Bytes, EMPTY_EDGE, leaves);
  const levels: TreeHash[][] = [[...leaves]];
  for (const { level, index, hash } of completed) (levels[level] ??= [])[index] = hash;
  const tile = ({ level, index, width }: Tile): ReadTile => {
    const hashes = (levels[level] ?? []).slice(index * TILE_WIDTH, index * TILE_WIDTH + width);
    const bytes = new Uint8Array(hashes.length * HASH_BYTES);
    hashes.forEach((hash, place) => bytes.set(hash, place * HASH_BYTES));
    return { level, index, bytes };
  };
  return { edge, leaves, tile };
}

/** The hashes of entries that are nothing but their numbers. */
export function numberedLeaves(count: number): readonly TreeHash[] {
  return Array.from({ length: count }, (_, place) => leafHash(sha256Bytes, new TextEncoder().encode(String(place))));
}
