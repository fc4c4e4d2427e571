/** Entries from one index up to, not including, another. */
export type EntryRange = { readonly from: number; readonly to: number };

/** A complete subtree: 2^height entries, `index` such subtrees stand to the left of it. */
export type Subtree = { readonly height: number; readonly index: number };

/** The largest power of two below a size of at least 2: where a tree is parted (RFC 6962, 2.1). */
function partition(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The ranges whose hashes prove that a tree of `size` entries holds the one at `index`, from the leaf's sibling up
 * (RFC 6962, 2.1.1). Throws when there is no such entry.
 */
export function inclusionRanges(index: number, size: number): readonly EntryRange[] {
  if (index < 0 || index >= size) throw new RangeError(`no entry ${index} in a tree of ${size}`);
  const ranges: EntryRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + partition(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes prove that a tree of `size` entries begins with one of `older` entries (RFC 6962, 2.1.2); none
 * when nothing or everything was there before. Throws when the older tree is the larger one.
 */
export function consistencyRanges(older: number, size: number): readonly EntryRange[] {
  if (older < 0 || older > size) throw new RangeError(`no tree of ${older} in a tree of ${size}`);
  if (older === 0 || older === size) return [];
  const ranges: EntryRange[] = [];
  let [from, to] = [0, size];
  while (to > older) {
    const middle = from + partition(to - from);
    if (older <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // The older tree itself is known to whoever asks; a right part of it is not.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
}

/** The complete subtrees a range of a tree is made of, from the left; its root is theirs, joined from the right. */
export function subtreesOf({ from, to }: EntryRange): readonly Subtree[] {
  const subtrees: Subtree[] = [];
  for (let start = from; start < to;) {
    let [height, width] = [0, 1];
    while (start % (width * 2) === 0 && start + width * 2 <= to) {
      height += 1;
      width *= 2;
    }
    subtrees.push({ height, index: start / width });
    start += width;
  }
  return subtrees;
}
