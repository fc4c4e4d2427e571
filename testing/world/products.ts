import type { ProductDescription } from './product-description.ts';
import { ASAGIRI_PRODUCTS } from './products/asagiri.ts';
import { HINATA_PRODUCTS } from './products/hinata.ts';
import { KOHARU_PRODUCTS } from './products/koharu.ts';
import { LYNGVIK_PRODUCTS } from './products/lyngvik.ts';
import { MINATO_PRODUCTS } from './products/minato.ts';
import { TSUGUMI_PRODUCTS } from './products/tsugumi.ts';

/** A product with the key of the organisation that makes it. */
export type WorldProduct = ProductDescription & { readonly vendor: string };

function of(vendor: string, products: readonly ProductDescription[]): readonly WorldProduct[] {
  return products.map((product) => ({ ...product, vendor }));
}

/** Every product of the world: at least one of each product type the scheme in `scheme/` knows. */
export const PRODUCTS: readonly WorldProduct[] = [
  ...of('minato', MINATO_PRODUCTS),
  ...of('hinata', HINATA_PRODUCTS),
  ...of('asagiri', ASAGIRI_PRODUCTS),
  ...of('tsugumi', TSUGUMI_PRODUCTS),
  ...of('lyngvik', LYNGVIK_PRODUCTS),
  ...of('koharu', KOHARU_PRODUCTS),
];

/** The product with this code. */
export function productOf(code: string): WorldProduct {
  const found = PRODUCTS.find((product) => product.code === code);
  if (found === undefined) throw new Error(`the world has no product ${code}`);
  return found;
}
