import type { Sha256 } from '../../core/kernel/ids.ts';
import { compareDigests, type ListedNeighbour, type Neighbours } from '../../core/log/absence.ts';
import { inclusionRanges } from '../../core/log/proof-ranges.ts';
import { hashesAtLevel, rangeHashes, TILE_WIDTH, tilesOf, type ReadTile, type Tile } from '../../core/log/tiles.ts';
import { HASH_BYTES, joinedHashes, leafHash } from '../../core/log/tree-hash.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** A day's list in the file store. */
type StoredList = { readonly sha256: Sha256; readonly size: number };

/** Reads parts of a list: digests in order, then the hashes of tiles, a level after the other. */
export class ListReader {
  readonly #files: Deps['files'];
  readonly #list: StoredList;

  constructor({ files }: Pick<Deps, 'files'>, list: StoredList) {
    this.#files = files;
    this.#list = list;
  }

  async #read(first: number, count: number): Promise<Uint8Array> {
    const { sha256 } = this.#list;
    const bytes = await this.#files.read(sha256, { from: first * HASH_BYTES, length: count * HASH_BYTES });
    if (bytes?.length !== count * HASH_BYTES) throw new Error(`the list ${sha256} is lost or cut short`);
    return bytes;
  }

  async #tile({ level, index, width }: Tile): Promise<ReadTile> {
    let first = index * TILE_WIDTH;
    for (let below = 0; below < level; below += 1) first += hashesAtLevel(below, this.#list.size);
    const bytes = await this.#read(first, width);
    if (level > 0) return { level, index, bytes };
    const leaves = Array.from({ length: width }, (_, place) =>
      leafHash(sha256Bytes, bytes.slice(place * HASH_BYTES, (place + 1) * HASH_BYTES)),
    );
    return { level, index, bytes: joinedHashes(leaves) };
  }

  async #neighbour(index: number): Promise<ListedNeighbour> {
    const { size } = this.#list;
    const ranges = inclusionRanges(index, size);
    const tiles = await Promise.all(tilesOf(ranges, size).map((tile) => this.#tile(tile)));
    return { index, digest: await this.#read(index, 1), hashes: rangeHashes(sha256Bytes, ranges, tiles) };
  }

  /** The neighbours of a digest that is not in the list; undefined for one that is. */
  async neighbours(digest: Uint8Array): Promise<Neighbours | undefined> {
    const { size } = this.#list;
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const order = compareDigests(await this.#read(middle, 1), digest);
      if (order === 0) return undefined;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return {
      before: low === 0 ? undefined : await this.#neighbour(low - 1),
      after: low === size ? undefined : await this.#neighbour(low),
    };
  }
}
