import type { Path } from '../typeface/path.ts';

/** An area of the one ink the label is printed in. */
export type InkedArea = { readonly path: Path; readonly rule: 'nonzero' | 'evenodd' };
