import type { ProductType } from '../../core/scheme/scheme.ts';
import { countLabelsOfTypes } from '../../db/label-types.ts';
import type { Deps } from '../ports.ts';
import { MOST_COUNTED, type FoundLabels } from './search-labels.ts';

/** A product type of the scheme in force, and how many published labels are of it. */
export type CountedType = { readonly type: ProductType; readonly total: FoundLabels['total'] };

/** Every product type of the scheme in force, in its order, with its labels counted up to where counts are exact. */
export async function countTypes({ db, scheme }: Pick<Deps, 'db' | 'scheme'>): Promise<readonly CountedType[]> {
  const { productTypes } = scheme.scheme;
  const ids = productTypes.map(({ id }) => id);
  const counts = await countLabelsOfTypes(db.kysely, ids, MOST_COUNTED);
  return productTypes.map((type) => {
    const count = counts.get(type.id) ?? 0;
    return { type, total: { count: Math.min(count, MOST_COUNTED), isExact: count <= MOST_COUNTED } };
  });
}
