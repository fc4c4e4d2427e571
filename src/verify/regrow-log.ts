import { ok, refused, type Result } from '../core/kernel/result.ts';
import { appendLeaves, EMPTY_EDGE, rootOf, type CompletedSubtree, type TreeEdge } from '../core/log/tree-edge.ts';
import { isSameHash, joinedHashes, leafHash, type Sha256Of, type TreeHash } from '../core/log/tree-hash.ts';
import { hashesAtLevel, TILE_WIDTH, widthOf } from '../core/log/tiles.ts';
import { parseEntryBundle } from '../formats/tlog-tiles/entry-bundle.ts';
import { tilePath } from '../formats/tlog-tiles/tile-path.ts';

/** Where tiles come from, by their path; undefined for one that is not there. */
export type TileSource = (path: string) => Promise<Uint8Array | undefined>;

/** A tile or bundle that is missing, misshapen, or does not fit the entries; by its path. */
type TileFault = { readonly path: string; readonly how: 'missing' | 'malformed' | 'differs' };

/** What a log was asked for: all entries up to a size, and the roots at sizes on the way. */
type Regrowing = {
  readonly size: number;
  readonly rootsAt: readonly number[];
  readonly onEntry: (index: number, entry: Uint8Array) => void;
};

/** Whether a tile of hashes is there and is what the entries make it. */
async function tileFault(tiles: TileSource, path: string, hashes: readonly TreeHash[]): Promise<TileFault | undefined> {
  const bytes = await tiles(path);
  if (bytes === undefined) return { path, how: 'missing' };
  return isSameHash(bytes, joinedHashes(hashes)) ? undefined : { path, how: 'differs' };
}

/** A tree that grows and remembers its roots at certain sizes. */
class Growing {
  edge: TreeEdge = EMPTY_EDGE;
  readonly completed: CompletedSubtree[] = [];
  readonly roots = new Map<number, TreeHash>();
  readonly #sha256: Sha256Of;
  readonly #stops: readonly number[];

  constructor(sha256: Sha256Of, stops: readonly number[]) {
    this.#sha256 = sha256;
    this.#stops = [...new Set(stops)].sort((one, other) => one - other);
    this.#remember();
  }

  #remember(): void {
    if (this.#stops.includes(this.edge.size)) this.roots.set(this.edge.size, rootOf(this.#sha256, this.edge));
  }

  add(leaves: readonly TreeHash[]): void {
    const begin = this.edge.size;
    const end = begin + leaves.length;
    const cuts = [...this.#stops.filter((stop) => stop > begin && stop < end), end];
    for (const cut of cuts) {
      const grown = appendLeaves(this.#sha256, this.edge, leaves.slice(this.edge.size - begin, cut - begin));
      this.edge = grown.edge;
      this.completed.push(...grown.completed);
      this.#remember();
    }
  }
}

/** The tiles above the lowest level, held against the subtrees the entries made complete. */
async function upperFault(
  tiles: TileSource,
  completed: readonly CompletedSubtree[],
  size: number,
): Promise<TileFault | undefined> {
  for (let level = 1; hashesAtLevel(level, size) > 0; level += 1) {
    const hashes = completed.filter((subtree) => subtree.level === level).map(({ hash }) => hash);
    for (let index = 0; index * TILE_WIDTH < hashes.length; index += 1) {
      const path = tilePath({ level, index, width: widthOf({ level, index }, size) });
      const fault = await tileFault(tiles, path, hashes.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH));
      if (fault !== undefined) return fault;
    }
  }
  return undefined;
}

/**
 * Reads all entries of a log, makes its tree anew from them, and holds every tile against it. Answers with the roots that
 * were asked for.
 */
export async function regrowLog(
  tiles: TileSource,
  sha256: Sha256Of,
  { size, rootsAt, onEntry }: Regrowing,
): Promise<Result<ReadonlyMap<number, TreeHash>, TileFault>> {
  const tree = new Growing(sha256, [...rootsAt, size]);
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = widthOf({ level: 0, index }, size);
    const path = tilePath({ level: 'entries', index, width });
    const bytes = await tiles(path);
    const entries = bytes && parseEntryBundle(bytes, width);
    if (entries === undefined) return refused({ path, how: 'missing' });
    if (!entries.ok) return refused({ path, how: 'malformed' });
    const leaves = entries.value.map((entry) => leafHash(sha256, entry));
    const fault = await tileFault(tiles, tilePath({ level: 0, index, width }), leaves);
    if (fault !== undefined) return refused(fault);
    entries.value.forEach((entry, place) => onEntry(index * TILE_WIDTH + place, entry));
    tree.add(leaves);
  }
  const fault = await upperFault(tiles, tree.completed, size);
  return fault === undefined ? ok(tree.roots) : refused(fault);
}
