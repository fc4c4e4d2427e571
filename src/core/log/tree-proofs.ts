import { emptyTreeHash, isSameHash, nodeHash, type Sha256Of, type TreeHash } from './tree-hash.ts';

/** A tree as a checkpoint states it: how many entries, and the one hash that stands for them all. */
export type TreeHead = { readonly size: number; readonly root: TreeHash };

/** An entry's hash and its place in the log, counted from 0. */
type LoggedLeaf = { readonly hash: TreeHash; readonly index: number };

/** Two trees of which the newer shall begin with the older. */
type TreePair = { readonly older: TreeHead; readonly newer: TreeHead };

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;

/**
 * On which side the sibling stands at each step from a place at one level up to the root; `last` is the last place of
 * that level (RFC 9162, 2.1.3.2).
 */
function sidesUp(place: number, last: number): readonly ('left' | 'right')[] {
  const sides: ('left' | 'right')[] = [];
  let [at, end] = [place, last];
  while (end > 0) {
    sides.push(isOdd(at) || at === end ? 'left' : 'right');
    // Where the tree has no right neighbour at a level, nothing is joined there.
    if (at === end) while (!isOdd(at)) [at, end] = [half(at), half(end)];
    [at, end] = [half(at), half(end)];
  }
  return sides;
}

/** Whether a tree holds an entry at a place, by the hashes from its sibling up to the root (RFC 9162, 2.1.3.2). */
export function isIncluded(sha256: Sha256Of, leaf: LoggedLeaf, tree: TreeHead, proof: readonly TreeHash[]): boolean {
  if (!isCount(leaf.index) || !isCount(tree.size) || leaf.index >= tree.size) return false;
  const sides = sidesUp(leaf.index, tree.size - 1);
  if (sides.length !== proof.length) return false;
  const root = proof.reduce(
    (hash, sibling, step) =>
      sides[step] === 'left' ? nodeHash(sha256, sibling, hash) : nodeHash(sha256, hash, sibling),
    leaf.hash,
  );
  return isSameHash(root, tree.root);
}

/** The roots that a proof gives for both trees; undefined when it has too many or too few hashes. */
function provenRoots(
  sha256: Sha256Of,
  { older, newer }: TreePair,
  proof: readonly TreeHash[],
): readonly [TreeHash, TreeHash] | undefined {
  let [place, last] = [older.size - 1, newer.size - 1];
  while (isOdd(place)) [place, last] = [half(place), half(last)];
  // A complete older tree is a subtree of the newer one: its root is known and not repeated in the proof.
  const [first, ...rest] = place === 0 ? [older.root, ...proof] : proof;
  const sides = sidesUp(place, last);
  if (first === undefined || sides.length !== rest.length) return undefined;
  let roots: readonly [TreeHash, TreeHash] = [first, first];
  rest.forEach((hash, step) => {
    const [left, both] = roots;
    roots =
      sides[step] === 'left'
        ? [nodeHash(sha256, hash, left), nodeHash(sha256, hash, both)]
        : [left, nodeHash(sha256, both, hash)];
  });
  return roots;
}

/** What a proof without hashes can prove: that nothing was there before, or nothing was added. */
function isTriviallyConsistent(sha256: Sha256Of, { older, newer }: TreePair): boolean {
  const root = older.size === newer.size ? newer.root : emptyTreeHash(sha256);
  return isSameHash(older.root, root);
}

/** Whether a tree begins with all the entries of an older one, in the same order (RFC 9162, 2.1.4.2). */
export function isConsistent(sha256: Sha256Of, trees: TreePair, proof: readonly TreeHash[]): boolean {
  const { older, newer } = trees;
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false;
  if (older.size === 0 || older.size === newer.size) {
    return proof.length === 0 && isTriviallyConsistent(sha256, trees);
  }
  const roots = proof.length === 0 ? undefined : provenRoots(sha256, trees, proof);
  return roots !== undefined && isSameHash(roots[0], older.root) && isSameHash(roots[1], newer.root);
}
