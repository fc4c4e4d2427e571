/** SHA-256 of bytes; comes from outside, for the core reaches nothing. */
export type Sha256Of = (bytes: Uint8Array) => Uint8Array;

/** The 32 bytes that stand for an entry or for a whole subtree of entries. */
export type TreeHash = Uint8Array;

/** Bytes of a tree hash. */
export const HASH_BYTES = 32;

const LEAF = 0;
const NODE = 1;

/** The hash of one entry (RFC 6962, 2.1). */
export function leafHash(sha256: Sha256Of, entry: Uint8Array): TreeHash {
  const bytes = new Uint8Array(entry.length + 1);
  bytes[0] = LEAF;
  bytes.set(entry, 1);
  return sha256(bytes);
}

/** The hash of two neighbouring subtrees together (RFC 6962, 2.1). */
export function nodeHash(sha256: Sha256Of, left: TreeHash, right: TreeHash): TreeHash {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return sha256(bytes);
}

/** Hashes one after another: a tile, or the edge of a tree. */
export function joinedHashes(hashes: readonly TreeHash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  hashes.forEach((hash, place) => bytes.set(hash, place * HASH_BYTES));
  return bytes;
}

/** The hash of a tree with nothing in it (RFC 6962, 2.1). */
export function emptyTreeHash(sha256: Sha256Of): TreeHash {
  return sha256(new Uint8Array(0));
}

/** Whether two hashes are the same bytes; nothing about them is secret. */
export function isSameHash(one: TreeHash, other: TreeHash): boolean {
  return one.length === other.length && one.every((byte, place) => byte === other[place]);
}
