import { searchKey } from '../../core/kernel/fold.ts';
import { searchFold } from '../../core/register/search-fold.ts';
import { searchLabels as searchLabelRows } from '../../db/labels.ts';
import type { Deps } from '../ports.ts';
import { showLabel, type ShownLabel } from './find-label.ts';

/** The labels found, and whether there are more than were asked for. */
export type FoundLabels = { readonly labels: readonly ShownLabel[]; readonly isMore: boolean };

/**
 * Published labels by whatever is printed on a box: maker, product, model or number, in any width, kana and hyphenation.
 * All words must occur; an empty query gives the newest.
 */
export async function searchLabels(
  deps: Deps,
  query: { readonly text: string; readonly limit: number },
): Promise<FoundLabels> {
  const text = query.text.slice(0, 200);
  const words = text
    .split(/[\s\u3000]+/u)
    .map(searchFold)
    .filter((word) => word !== '');
  const limit = Math.min(Math.max(query.limit, 1), 100);
  const rows = await searchLabelRows(deps.db.kysely, { words, modelKey: searchKey(text), limit: limit + 1 });
  const shown = await Promise.all(rows.slice(0, limit).map((row) => showLabel(deps, row)));
  return { labels: shown.filter((label) => label !== undefined), isMore: rows.length > limit };
}
