import { subtreesOf, type EntryRange, type Subtree } from './proof-ranges.ts';
import { HASH_BYTES, nodeHash, type Sha256Of, type TreeHash } from './tree-hash.ts';

/** Hashes a full tile has; a tile one level up has one hash for each full tile below. */
export const TILE_WIDTH = 256;

const TILE_HEIGHT = 8;

/**
 * A run of neighbouring hashes of a tree: at level 0 of entries, at each further level of full tiles below (C2SP
 * tlog-tiles). `width` is 1 to 256; a tile narrower than 256 is partial.
 */
export type Tile = { readonly level: number; readonly index: number; readonly width: number };

/** The hashes that a tree of `size` entries has at a level of tiles. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** How wide a tile is in a tree of `size` entries; 0 or less when the tree does not reach it. */
export function widthOf({ level, index }: Pick<Tile, 'level' | 'index'>, size: number): number {
  return Math.min(TILE_WIDTH, hashesAtLevel(level, size) - index * TILE_WIDTH);
}

type Place = { readonly level: number; readonly first: number; readonly count: number };

/** Where the hashes lie that a subtree is computed from. */
function placeOf({ height, index }: Subtree): Place {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height - level * TILE_HEIGHT);
  return { level, first: index * count, count };
}

const nameOf = ({ level, index }: Pick<Tile, 'level' | 'index'>): string => `${level}/${index}`;

/** The tiles of a tree of `size` entries from which the hashes of ranges can be computed, each once. */
export function tilesOf(ranges: readonly EntryRange[], size: number): readonly Tile[] {
  const tiles = new Map<string, Tile>();
  for (const subtree of ranges.flatMap(subtreesOf)) {
    const { level, first } = placeOf(subtree);
    const index = Math.floor(first / TILE_WIDTH);
    tiles.set(nameOf({ level, index }), { level, index, width: widthOf({ level, index }, size) });
  }
  return [...tiles.values()];
}

/** Hashes already computed within a tile; a tile never changes, so they hold for ever. */
type TileMemory = Map<string, TreeHash>;

/** A tile with the bytes of its hashes, one after another; what is computed in it is remembered where there is a memory. */
export type ReadTile = Pick<Tile, 'level' | 'index'> & { readonly bytes: Uint8Array; readonly memory?: TileMemory };

/** The hash of `count` neighbouring hashes of a tile together, `count` a power of two. */
function joined(sha256: Sha256Of, tile: ReadTile, first: number, count: number): TreeHash {
  if (count === 1) return tile.bytes.slice(first * HASH_BYTES, (first + 1) * HASH_BYTES);
  const name = `${first}/${count}`;
  const known = tile.memory?.get(name);
  if (known !== undefined) return known;
  const half = count / 2;
  const [left, right] = [joined(sha256, tile, first, half), joined(sha256, tile, first + half, half)];
  const hash = nodeHash(sha256, left, right);
  tile.memory?.set(name, hash);
  return hash;
}

function subtreeHash(sha256: Sha256Of, subtree: Subtree, tiles: ReadonlyMap<string, ReadTile>): TreeHash {
  const { level, first, count } = placeOf(subtree);
  const index = Math.floor(first / TILE_WIDTH);
  const tile = tiles.get(nameOf({ level, index }));
  const start = first % TILE_WIDTH;
  if (tile === undefined || tile.bytes.length < (start + count) * HASH_BYTES) {
    throw new Error(`tile ${nameOf({ level, index })} is not at hand`);
  }
  return joined(sha256, tile, start, count);
}

/** The hashes of ranges, computed from the tiles that `tilesOf` named. Throws when one of those is missing or too short. */
export function rangeHashes(
  sha256: Sha256Of,
  ranges: readonly EntryRange[],
  tiles: readonly ReadTile[],
): readonly TreeHash[] {
  const known = new Map(tiles.map((tile) => [nameOf(tile), tile]));
  return ranges.map((range) => {
    const hashes = subtreesOf(range).map((subtree) => subtreeHash(sha256, subtree, known));
    return hashes.reduceRight((right, left) => nodeHash(sha256, left, right));
  });
}
