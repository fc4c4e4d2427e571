import { emptyTreeHash, isSameHash, nodeHash, type Sha256Of, type TreeHash } from './tree-hash.ts';

/** A tree as a checkpoint states it: how many entries, and the one hash that stands for them all. */
export type TreeHead = { readonly size: number; readonly root: TreeHash };

/** An entry's hash and its place in the log, counted from 0. */
export type LoggedLeaf = { readonly hash: TreeHash; readonly index: number };

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/** Whether a tree holds an entry at a place, by the hashes from its sibling up to the root (RFC 9162, 2.1.3.2). */
export function isIncluded(sha256: Sha256Of, leaf: LoggedLeaf, tree: TreeHead, proof: readonly TreeHash[]): boolean {
  if (!isCount(leaf.index) || !isCount(tree.size) || leaf.index >= tree.size) return false;
  let [place, last, hash] = [leaf.index, tree.size - 1, leaf.hash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = nodeHash(sha256, sibling, hash);
      // Where the tree has no right neighbour at a level, nothing is joined there.
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && isSameHash(hash, tree.root);
}

/** The roots that a proof gives for both trees, as far as it has hashes; undefined when it has too many or too few. */
function provenRoots(
  sha256: Sha256Of,
  { older, newer }: { readonly older: TreeHead; readonly newer: TreeHead },
  proof: readonly TreeHash[],
): readonly [TreeHash, TreeHash] | undefined {
  let [place, last] = [older.size - 1, newer.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  // A complete older tree is a subtree of the newer one: its root is known and not repeated in the proof.
  const [first, ...rest] = place === 0 ? [older.root, ...proof] : proof;
  if (first === undefined) return undefined;
  let roots: readonly [TreeHash, TreeHash] = [first, first];
  for (const hash of rest) {
    if (last === 0) return undefined;
    if (isOdd(place) || place === last) {
      roots = [nodeHash(sha256, hash, roots[0]), nodeHash(sha256, hash, roots[1])];
      while (!isOdd(place) && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      roots = [roots[0], nodeHash(sha256, roots[1], hash)];
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? roots : undefined;
}

/** Whether a tree begins with all the entries of an older one, in the same order (RFC 9162, 2.1.4.2). */
export function isConsistent(sha256: Sha256Of, older: TreeHead, newer: TreeHead, proof: readonly TreeHash[]): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false;
  if (older.size === newer.size) return proof.length === 0 && isSameHash(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && isSameHash(older.root, emptyTreeHash(sha256));
  if (proof.length === 0) return false;
  const roots = provenRoots(sha256, { older, newer }, proof);
  return roots !== undefined && isSameHash(roots[0], older.root) && isSameHash(roots[1], newer.root);
}
