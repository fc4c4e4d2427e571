import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { naiveRoot } from '../../../testing/naive-tree.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import { SortedDigests } from './sorted-digests.ts';
import { leafHash } from './tree-hash.ts';

/** Digests of which many share their first bytes, as those of a hash hardly ever do. */
const digest = fc
  .tuple(fc.uint8Array({ minLength: 3, maxLength: 3, max: 1 }), fc.uint8Array({ minLength: 3, maxLength: 3, max: 40 }))
  .map(([first, last]) => {
    const bytes = new Uint8Array(32);
    bytes.set(first, 0);
    bytes.set(last, 3);
    return bytes;
  });

test('digests given in any order and any portions make the tree of them sorted, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.array(digest, { maxLength: 40 }), { maxLength: 6 }), (portions) => {
      const list = new SortedDigests();
      const all = new Set<string>();
      for (const portion of portions) {
        list.add(new Uint8Array(Buffer.concat(portion)));
        for (const bytes of portion) all.add(bytes.toHex());
        const leaves = [...all].sort().map((hex) => leafHash(sha256Bytes, Uint8Array.fromHex(hex)));
        const { size, root } = list.head(sha256Bytes);
        equal([size, root.toHex()], [leaves.length, naiveRoot(leaves, true).toHex()]);
      }
    }),
  );
});
