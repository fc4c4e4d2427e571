import { LONGEST_MAKER_KEY } from '../../core/register/search-entry.ts';
import { listMakerNames, type MakerName } from '../../db/label-makers.ts';
import type { Deps } from '../ports.ts';
import { searchLabels, type FoundLabels } from './search-labels.ts';

/** A maker with published labels: every name it was registered under, the newest first, and a page of its labels. */
export type ShownMaker = {
  readonly key: string;
  readonly names: readonly MakerName[];
  readonly found: FoundLabels;
};

/** The maker with a key, as the search makes it of a name; undefined when no published label is theirs. */
export async function findMaker(
  deps: Deps,
  key: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<ShownMaker | undefined> {
  if (key === '' || key.length > LONGEST_MAKER_KEY) return undefined;
  const names = await listMakerNames(deps.db.kysely, key);
  if (names.length === 0) return undefined;
  return { key, names, found: await searchLabels(deps, { text: '', chosen: { maker_key: key }, ...page }) };
}
