/** SHA-256 of bytes; comes from outside, for the core reaches nothing. It keeps nothing of the bytes, which change soon. */
export type Sha256Of = (bytes: Uint8Array) => Uint8Array;

/** The 32 bytes that stand for an entry or for a whole subtree of entries. */
export type TreeHash = Uint8Array;

/** Bytes of a tree hash. */
export const HASH_BYTES = 32;

const LEAF = 0;
const NODE = 1;

/** Room to put a mark before what is hashed: to make some anew for each hash takes as long as the hash. */
let room = new Uint8Array(4096);

function roomFor(length: number): Uint8Array {
  if (room.length < length) room = new Uint8Array(length * 2);
  return room.subarray(0, length);
}

/** The hash of one entry (RFC 6962, 2.1). */
export function leafHash(sha256: Sha256Of, entry: Uint8Array): TreeHash {
  const bytes = roomFor(entry.length + 1);
  bytes[0] = LEAF;
  bytes.set(entry, 1);
  return sha256(bytes);
}

const pair = new Uint8Array(1 + 2 * HASH_BYTES);

/** The hash of two neighbouring subtrees together (RFC 6962, 2.1). */
export function nodeHash(sha256: Sha256Of, left: TreeHash, right: TreeHash): TreeHash {
  pair[0] = NODE;
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
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
  if (one.length !== other.length) return false;
  for (let place = 0; place < one.length; place += 1) if (one[place] !== other[place]) return false;
  return true;
}
