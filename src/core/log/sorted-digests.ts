import { appendLeaves, EMPTY_EDGE, rootOf, type TreeEdge } from './tree-edge.ts';
import { HASH_BYTES, leafHash, type Sha256Of } from './tree-hash.ts';
import type { TreeHead } from './tree-proofs.ts';

/** Rows sorted at once: as many places as fit beside 29 bits of a digest in an exact double. */
const AT_ONCE = 2 ** 24;

/** Leaves hashed before the tree grows by them. */
const LEAVES = 4096;

/** Whether a row of some bytes stands before a row of others: less than 0 if so, 0 for the same. */
function compareRows(one: Uint8Array, row: number, other: Uint8Array, otherRow: number): number {
  const [from, otherFrom] = [row * HASH_BYTES, otherRow * HASH_BYTES];
  let place = 0;
  while (place < HASH_BYTES && one[from + place] === other[otherFrom + place]) place += 1;
  return place === HASH_BYTES ? 0 : (one[from + place] ?? 0) - (other[otherFrom + place] ?? 0);
}

/** The places of rows in the order of their bytes. */
function sortedPlaces(rows: Uint8Array): Uint32Array {
  const count = rows.length / HASH_BYTES;
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  // The first 29 bits of a row, then its place: sorted as numbers, rows are sorted as far as these bits tell them apart.
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) keys[row] = (view.getUint32(row * HASH_BYTES) >>> 3) * AT_ONCE + row;
  keys.sort();
  const places = Uint32Array.from(keys, (key) => key % AT_ONCE);
  for (let from = 0; from < count;) {
    const bits = Math.floor((keys[from] ?? 0) / AT_ONCE);
    let to = from + 1;
    while (to < count && Math.floor((keys[to] ?? 0) / AT_ONCE) === bits) to += 1;
    if (to > from + 1) places.subarray(from, to).sort((one, other) => compareRows(rows, one, rows, other));
    from = to;
  }
  return places;
}

/** A tree grown by digests that lie one after another, each of them an entry. */
export function appendDigests(sha256: Sha256Of, edge: TreeEdge, digests: Uint8Array): ReturnType<typeof appendLeaves> {
  const leaves = [];
  for (let from = 0; from < digests.length; from += HASH_BYTES) {
    leaves.push(leafHash(sha256, digests.subarray(from, from + HASH_BYTES)));
  }
  return appendLeaves(sha256, edge, leaves);
}

/** Digests of 32 bytes in their order, each once, in one piece of memory: what the list of a day is made of. */
export class SortedDigests {
  #rows = new Uint8Array(0);
  #count = 0;

  /** The first place from one on whose row is not before a row of others. */
  #placeOf(others: Uint8Array, row: number, from: number): number {
    let [low, high] = [from, this.#count];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareRows(this.#rows, middle, others, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes digests, one after another and in any order; those that are there already stay once. */
  add(digests: Uint8Array): void {
    const most = AT_ONCE * HASH_BYTES;
    for (let from = 0; from < digests.length; from += most) this.#merge(digests.subarray(from, from + most));
  }

  #merge(added: Uint8Array): void {
    const merged = new Uint8Array(this.#count * HASH_BYTES + added.length);
    let [read, written] = [0, 0];
    const copyUpTo = (place: number): void => {
      merged.set(this.#rows.subarray(read * HASH_BYTES, place * HASH_BYTES), written * HASH_BYTES);
      written += place - read;
      read = place;
    };
    for (const row of sortedPlaces(added)) {
      const place = this.#count === 0 ? 0 : this.#placeOf(added, row, read);
      if (place > read) copyUpTo(place);
      const isThere = read < this.#count && compareRows(this.#rows, read, added, row) === 0;
      if (isThere || (written > 0 && compareRows(merged, written - 1, added, row) === 0)) continue;
      for (let byte = 0; byte < HASH_BYTES; byte += 1) {
        merged[written * HASH_BYTES + byte] = added[row * HASH_BYTES + byte] ?? 0;
      }
      written += 1;
    }
    copyUpTo(this.#count);
    [this.#rows, this.#count] = [merged, written];
  }

  /** The digests in their order, one after another, a few thousand at a time. */
  *portions(): Generator<Uint8Array> {
    for (let from = 0; from < this.#count; from += LEAVES) {
      yield this.#rows.subarray(from * HASH_BYTES, Math.min(from + LEAVES, this.#count) * HASH_BYTES);
    }
  }

  /** How many there are, and the root of the tree whose entries they are (RFC 6962, 2.1). */
  head(sha256: Sha256Of): TreeHead {
    let edge = EMPTY_EDGE;
    for (const portion of this.portions()) edge = appendDigests(sha256, edge, portion).edge;
    return { size: this.#count, root: rootOf(sha256, edge) };
  }
}
