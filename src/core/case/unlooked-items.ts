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
