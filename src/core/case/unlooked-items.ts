import type { CriteriaSet } from '../scheme/scheme.ts';
import { formItems } from './form-items.ts';
import type { ItemCheck } from './merge-checks.ts';

/** The items of a form no officer has ticked yet, in the order of the form. */
export function unlookedItems(
  set: CriteriaSet,
  checked: readonly Pick<ItemCheck, 'item' | 'isTicked'>[],
): readonly string[] {
  const ticked = new Set(checked.flatMap(({ item, isTicked }) => (isTicked ? [item] : [])));
  return formItems(set).filter((item) => !ticked.has(item));
}

/** How many items of a form no officer has ticked yet, of how many. */
export type Unlooked = { readonly count: number; readonly of: number };

/** Counts the items of a form no officer has ticked yet. */
export function countUnlooked(set: CriteriaSet, checked: readonly Pick<ItemCheck, 'item' | 'isTicked'>[]): Unlooked {
  return { count: unlookedItems(set, checked).length, of: formItems(set).length };
}
