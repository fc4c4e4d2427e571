import { setImmediate } from 'node:timers/promises';
import { appendLeaves, EMPTY_EDGE, rootOf, type CompletedSubtree, type TreeEdge } from '../../core/log/tree-edge.ts';
import { leafHash } from '../../core/log/tree-hash.ts';
import type { TreeHead } from '../../core/log/tree-proofs.ts';
import { listedKeys } from '../../core/register/listed-key.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import { sha256Bytes } from '../sha256.ts';

/** The digest under which a list has a key: 32 bytes. */
export function digestOfKey(key: string): Uint8Array {
  return sha256Bytes(new TextEncoder().encode(key));
}

/** Leaves hashed before others get their turn. */
const AT_ONCE = 4096;

/** All that a register has at the end of a day, as it is collected: one short text for each key, in 256 heaps. */
export class ListedDigests {
  readonly #heaps: Set<string>[] = Array.from({ length: 256 }, () => new Set());

  /** Takes what a label is listed under. */
  add(record: PublicRecord): void {
    for (const key of listedKeys(record)) {
      const digest = Buffer.from(digestOfKey(key));
      this.#heaps[digest[0] ?? 0]?.add(digest.toString('latin1'));
    }
  }

  /** The digests in their order, a heap at a time. */
  async *#sorted(): AsyncGenerator<readonly Uint8Array[]> {
    for (const heap of this.#heaps) {
      // a text of latin1 sorts as its bytes do
      const digests = [...heap].sort().map((text) => new Uint8Array(Buffer.from(text, 'latin1')));
      for (let from = 0; from < digests.length; from += AT_ONCE) yield digests.slice(from, from + AT_ONCE);
      await setImmediate();
    }
  }

  /** The list as a file, and what stands for it: the head is whole when all bytes were read. */
  async *bytes(told: { head?: TreeHead }): AsyncGenerator<Uint8Array> {
    let edge: TreeEdge = EMPTY_EDGE;
    const completed: CompletedSubtree[] = [];
    for await (const digests of this.#sorted()) {
      const grown = appendLeaves(
        sha256Bytes,
        edge,
        digests.map((digest) => leafHash(sha256Bytes, digest)),
      );
      edge = grown.edge;
      completed.push(...grown.completed);
      yield Buffer.concat(digests);
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
