import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { PRODUCTS } from './products.ts';

/**
 * The product type of each product in a scheme, by product code: its own where the scheme has it; the others take turns
 * through the scheme's types, those nobody has yet first.
 */
export function productTypesFor(scheme: Scheme): ReadonlyMap<string, string> {
  const known = scheme.productTypes.map(({ id }) => id);
  const own = new Set(PRODUCTS.map(({ type }) => type));
  const turns = [...known.filter((id) => !own.has(id)), ...known.filter((id) => own.has(id))];
  let next = 0;
  return new Map(
    PRODUCTS.map(({ code, type }) => {
      if (known.includes(type)) return [code, type];
      const taken = turns[next % turns.length];
      if (taken === undefined) throw new Error(`scheme ${scheme.id} knows no product types`);
      next += 1;
      return [code, taken];
    }),
  );
}
