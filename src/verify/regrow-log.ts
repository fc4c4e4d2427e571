import { appendLeaves, EMPTY_EDGE, rootOf, type CompletedSubtree, type TreeEdge } from '../core/log/tree-edge.ts';
import { isSameHash, joinedHashes, leafHash, type Sha256Of, type TreeHash } from '../core/log/tree-hash.ts';
import { hashesAtLevel, TILE_WIDTH, widthOf } from '../core/log/tiles.ts';
import { parseEntryBundle } from '../formats/tlog-tiles/entry-bundle.ts';
import { tilePath, type TileResource } from '../formats/tlog-tiles/tile-path.ts';

/** Where tiles come from, by their path; undefined for one that is not there. */
export type TileSource = (path: string) => Promise<Uint8Array | undefined>;

/** A tile or bundle that is missing, misshapen, or does not fit the entries; by its path. */
export type TileFault = { readonly path: string; readonly how: 'missing' | 'malformed' | 'differs' };

/** What reading a log needs: its tiles, who takes its entries, and the sizes whose roots are asked for on the way. */
type Regrowing = {
  readonly tiles: TileSource;
  readonly sha256: Sha256Of;
  readonly rootsAt: readonly number[];
  readonly onEntry: (index: number, entry: Uint8Array) => void;
};

/** A bundle of entries and the tile of their hashes, asked for at once. */
type Asked = {
  readonly index: number;
  readonly width: number;
  readonly bundle: Promise<Uint8Array | undefined>;
  readonly hashes: Promise<Uint8Array | undefined>;
};

/** Bundles asked for before the first of them is looked at: at most some megabytes. */
const AHEAD = 4;

/** A log that is read entry by entry, whose tree is made anew from them, and whose tiles are held against it. */
export class RegrownLog {
  readonly #given: Regrowing;
  readonly #completed: CompletedSubtree[] = [];
  readonly #roots = new Map<number, TreeHash>();
  #edge: TreeEdge = EMPTY_EDGE;
  /** The hashes of the entries behind the last full tile. */
  #partial: readonly TreeHash[] = [];

  constructor(given: Regrowing) {
    this.#given = given;
    this.#remember();
  }

  /** The root of the first entries, as many as were asked for or as there were when it had grown. */
  rootAt(size: number): TreeHash | undefined {
    return this.#roots.get(size);
  }

  #remember(): void {
    this.#roots.set(this.#edge.size, rootOf(this.#given.sha256, this.#edge));
  }

  #ask(index: number, size: number): Asked {
    const width = widthOf({ level: 0, index }, size);
    const asked = (level: TileResource['level']): Promise<Uint8Array | undefined> => {
      const read = this.#given.tiles(tilePath({ level, index, width }));
      // Whoever is thrown at earlier leaves the others behind.
      read.catch(() => undefined);
      return read;
    };
    return { index, width, bundle: asked('entries'), hashes: asked(0) };
  }

  /** Reads on to a size; answers with what does not fit. */
  async growTo(size: number): Promise<TileFault | undefined> {
    const asked: Asked[] = [];
    let next = Math.floor(this.#edge.size / TILE_WIDTH);
    while (this.#edge.size < size) {
      for (; asked.length < AHEAD && next * TILE_WIDTH < size; next += 1) asked.push(this.#ask(next, size));
      const fault = await this.#take(asked.shift() as Asked);
      if (fault !== undefined) return fault;
    }
    this.#remember();
    return undefined;
  }

  async #take({ index, width, bundle, hashes }: Asked): Promise<TileFault | undefined> {
    const [path, hashPath] = (['entries', 0] as const).map((level) => tilePath({ level, index, width }));
    const [bytes, tile] = [await bundle, await hashes];
    const fault = (how: TileFault['how'], at = path): TileFault => ({ path: at ?? '', how });
    const entries = bytes && parseEntryBundle(bytes, width);
    if (entries === undefined) return fault('missing');
    if (!entries.ok) return fault('malformed');
    const leaves = entries.value.map((entry) => leafHash(this.#given.sha256, entry));
    if (tile === undefined) return fault('missing', hashPath);
    // What was read before must be there again: the tree has it already.
    const isSame = this.#partial.every((hash, place) => isSameHash(hash, leaves[place] ?? new Uint8Array(0)));
    if (!isSame || !isSameHash(tile, joinedHashes(leaves))) return fault('differs', hashPath);
    const known = this.#partial.length;
    entries.value.slice(known).forEach((entry, place) => {
      this.#given.onEntry(index * TILE_WIDTH + known + place, entry);
    });
    this.#grow(leaves.slice(known));
    this.#partial = width < TILE_WIDTH ? leaves : [];
    return undefined;
  }

  #grow(leaves: readonly TreeHash[]): void {
    const begin = this.#edge.size;
    const end = begin + leaves.length;
    const stops = this.#given.rootsAt.filter((stop) => stop > begin && stop < end);
    for (const cut of [...new Set(stops)].sort((one, other) => one - other).concat(end)) {
      const grown = appendLeaves(this.#given.sha256, this.#edge, leaves.slice(this.#edge.size - begin, cut - begin));
      this.#edge = grown.edge;
      this.#completed.push(...grown.completed);
      if (this.#given.rootsAt.includes(cut)) this.#remember();
    }
  }

  /** The tiles above the lowest level, held against the subtrees the entries made complete. */
  async upperFault(): Promise<TileFault | undefined> {
    const { size } = this.#edge;
    for (let level = 1; hashesAtLevel(level, size) > 0; level += 1) {
      const hashes = this.#completed.filter((subtree) => subtree.level === level).map(({ hash }) => hash);
      for (let index = 0; index * TILE_WIDTH < hashes.length; index += 1) {
        const path = tilePath({ level, index, width: widthOf({ level, index }, size) });
        const bytes = await this.#given.tiles(path);
        if (bytes === undefined) return { path, how: 'missing' };
        const expected = joinedHashes(hashes.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH));
        if (!isSameHash(bytes, expected)) return { path, how: 'differs' };
      }
    }
    return undefined;
  }
}
