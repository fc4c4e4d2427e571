import type { ProductType } from '../../core/scheme/scheme.ts';
import type { Deps } from '../ports.ts';
import { searchLabels, type FoundLabels } from './search-labels.ts';

/** A product type of the scheme in force, and how many published labels are of it. */
export type CountedType = { readonly type: ProductType; readonly total: FoundLabels['total'] };

/** Every product type of the scheme in force, in its order, with its labels counted up to where counts are exact. */
export async function countTypes(deps: Deps): Promise<readonly CountedType[]> {
  const counted: CountedType[] = [];
  for (const type of deps.scheme.scheme.productTypes) {
    const { total } = await searchLabels(deps, { text: '', chosen: { product_type: type.id }, limit: 1 });
    counted.push({ type, total });
  }
  return counted;
}
