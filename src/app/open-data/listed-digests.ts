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

/** Digests that wait before they are sorted in among the others: to do so takes time by how many there are already. */
const AT_ONCE = 2 ** 17;

/** All that a register has at the end of a day, as it is collected. */
export class ListedDigests {
  readonly #sorted = new SortedDigests();
  readonly #waiting = new Uint8Array(AT_ONCE * HASH_BYTES);
  #used = 0;

  /** Takes what a label is listed under. */
  add(record: PublicRecord): void {
    for (const key of listedKeys(record)) {
      if (this.#used === this.#waiting.length) this.#sortIn();
      this.#waiting.set(digestOfKey(key), this.#used);
      this.#used += HASH_BYTES;
    }
  }

  #sortIn(): void {
    this.#sorted.add(this.#waiting.subarray(0, this.#used));
    this.#used = 0;
  }

  /** The list as a file, and what stands for it: the head is whole when all bytes were read. */
  async *bytes(told: { head?: TreeHead }): AsyncGenerator<Uint8Array> {
    this.#sortIn();
    let edge = EMPTY_EDGE;
    const completed: CompletedSubtree[] = [];
    for (const digests of this.#sorted.portions()) {
      const grown = appendDigests(sha256Bytes, edge, digests);
      edge = grown.edge;
      completed.push(...grown.completed);
      yield digests;
      await setImmediate();
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
