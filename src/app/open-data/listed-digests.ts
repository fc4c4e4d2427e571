import { setImmediate } from 'node:timers/promises';
import { appendDigests, SortedDigests } from '../../core/log/sorted-digests.ts';
import { EMPTY_EDGE, rootOf, type CompletedSubtree } from '../../core/log/tree-edge.ts';
import { HASH_BYTES } from '../../core/log/tree-hash.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { listedKeys } from '../../core/register/listed-key.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import { sha256Bytes } from '../sha256.ts';

/** The digest under which a list has a key: 32 bytes. */
export function digestOfKey(key: string): Uint8Array {
  return sha256Bytes(new TextEncoder().encode(key));
}

/** Digests there is room for at first. */
const FIRST_ROOM = 16;

/** Digests one after another, in the order they came. */
class DigestHeap {
  #rows = new Uint8Array(FIRST_ROOM * HASH_BYTES);
  #used = 0;

  add(digest: Uint8Array): void {
    if (this.#used === this.#rows.length) {
      const larger = new Uint8Array(2 * this.#used);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows.set(digest, this.#used);
    this.#used += HASH_BYTES;
  }

  sorted(): SortedDigests {
    const digests = new SortedDigests();
    digests.add(this.#rows.subarray(0, this.#used));
    return digests;
  }
}

/**
 * All that a register has at the end of a day, as it is collected: in 256 heaps by the first byte, so that each is sorted
 * in a moment and others get their turn.
 */
export class ListedDigests {
  readonly #heaps = Array.from({ length: 256 }, () => new DigestHeap());

  /** Takes what a label is listed under. */
  add(record: PublicRecord): void {
    for (const key of listedKeys(record)) {
      const digest = digestOfKey(key);
      this.#heaps[digest[0] ?? 0]?.add(digest);
    }
  }

  /** The list as a file, and what stands for it: the head is whole when all bytes were read. */
  async *bytes(told: { head?: TreeHead }): AsyncGenerator<Uint8Array> {
    let edge = EMPTY_EDGE;
    const completed: CompletedSubtree[] = [];
    for (const heap of this.#heaps) {
      for (const digests of heap.sorted().portions()) {
        const grown = appendDigests(sha256Bytes, edge, digests);
        edge = grown.edge;
        completed.push(...grown.completed);
        yield digests;
        await setImmediate();
      }
    }
    const levels = Object.groupBy(completed, ({ level }) => level);
    for (const level of Object.keys(levels)
      .map(Number)
      .sort((one, other) => one - other)) {
      yield Buffer.concat((levels[level] ?? []).map(({ hash }) => hash));
    }
    told.head = { size: edge.size, root: rootOf(sha256Bytes, edge) };
  }
}
