import { makerKeyOf } from '../../core/register/search-entry.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';

/** The address of the maker with a key. */
export function makerPath({ language }: Pick<View, 'language'>, key: string): string {
  return pathIn(language, `/makers/${encodeURIComponent(key)}`);
}

/** The address of the maker with a name; a name of nothing but punctuation has none. */
export function makerPathOf(view: View, name: string | undefined): string | undefined {
  const key = makerKeyOf(name ?? '', view.site.scheme.search);
  return key === '' ? undefined : makerPath(view, key);
}

/** The address of a product type. */
export function typePath({ language }: Pick<View, 'language'>, id: string): string {
  return pathIn(language, `/types/${encodeURIComponent(id)}`);
}
