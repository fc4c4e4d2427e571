import { emptyTreeHash, isSameHash, leafHash, type Sha256Of, type TreeHash } from './tree-hash.ts';
import { isIncluded, type TreeHead } from './tree-proofs.ts';

/** An element of a sorted list, its place in it, and the hashes that prove that it stands there. */
export type ListedNeighbour = {
  readonly index: number;
  /** 32 bytes: what the list is sorted by. */
  readonly digest: Uint8Array;
  readonly hashes: readonly TreeHash[];
};

/** The elements next to where something would stand; none at an end of the list. */
export type Neighbours = {
  readonly before: ListedNeighbour | undefined;
  readonly after: ListedNeighbour | undefined;
};

/** Whether one digest stands before another in a list: less than 0 if so, 0 for the same. */
export function compareDigests(one: Uint8Array, other: Uint8Array): number {
  for (let place = 0; place < one.length; place += 1) {
    const difference = (one[place] ?? 0) - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function stands(sha256: Sha256Of, list: TreeHead, { index, digest, hashes }: ListedNeighbour): boolean {
  return isIncluded(sha256, { hash: leafHash(sha256, digest), index }, list, hashes);
}

/** Whether each neighbour stands in the list, on its side of a digest. */
function hold(sha256: Sha256Of, list: TreeHead, digest: Uint8Array, { before, after }: Neighbours): boolean {
  const isBefore = before === undefined || compareDigests(before.digest, digest) < 0;
  const isAfter = after === undefined || compareDigests(digest, after.digest) < 0;
  return isBefore && isAfter && [before, after].every((one) => one === undefined || stands(sha256, list, one));
}

/**
 * Whether a sorted list, of which only size and root are known, lacks a digest: its neighbours stand in the list directly
 * beside each other, one before it and one after it. At an end one neighbour is enough, in an empty list none is needed.
 */
export function isAbsent(sha256: Sha256Of, list: TreeHead, digest: Uint8Array, neighbours: Neighbours): boolean {
  const [left, right] = [neighbours.before?.index ?? -1, neighbours.after?.index ?? list.size];
  if (right !== left + 1) return false;
  if (list.size === 0) return isSameHash(list.root, emptyTreeHash(sha256));
  return hold(sha256, list, digest, neighbours);
}
