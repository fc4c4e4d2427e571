import type { LabelState } from '../../core/attestation/label-lifecycle.ts';
import { searchKey } from '../../core/kernel/fold.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { searchFold } from '../../core/register/search-fold.ts';
import { wordsOf } from '../../core/register/search-words.ts';
import { searchLabels as searchRows, type FacetCount } from '../../db/label-search.ts';
import type { LabelQuery } from '../../db/label-query.ts';
import type { Chosen } from '../../db/search-marks.ts';
import type { Deps } from '../ports.ts';
import { toListedLabels, type ListedLabel } from './listed-label.ts';

/** What somebody looks for in the register. */
export type SearchWish = {
  /** As typed; longer texts are cut after 200 characters. */
  readonly text: string;
  readonly chosen?: Chosen;
  readonly state?: LabelState | undefined;
  readonly supportedUntil?: Temporal.PlainDate | undefined;
  /** The register as it was valid on this legal day; today unless told, and never a later one. */
  readonly asOf?: Temporal.PlainDate | undefined;
  readonly offset?: number;
  /** Between 1 and 100. */
  readonly limit: number;
};

/** Totals are exact up to this number; beyond it they say "at least". */
export const MOST_COUNTED = 1_000;

/** The labels found, best first, and how often each value occurs among them. */
export type FoundLabels = {
  readonly labels: readonly ListedLabel[];
  readonly total: { readonly count: number; readonly isExact: boolean };
  readonly facets: readonly FacetCount[];
  readonly on: Temporal.PlainDate;
};

/** Rows looked at where a query names nothing the index holds, as a state alone. */
const MOST_LOOKED_AT = 20_000;

/** The legal day a wish is about: the day it names, and never one to come. */
function dayOf(deps: Deps, { asOf }: Pick<SearchWish, 'asOf'>): Temporal.PlainDate {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  return asOf !== undefined && Temporal.PlainDate.compare(asOf, today) < 0 ? asOf : today;
}

/** What a wish asks of the index. */
export function labelQueryOf(deps: Deps, wish: Omit<SearchWish, 'limit' | 'offset'>): LabelQuery {
  const text = wish.text.slice(0, 200);
  return {
    words: wordsOf(text, deps.scheme.scheme.search),
    phrase: searchFold(text),
    modelKey: searchKey(text),
    chosen: wish.chosen ?? {},
    state: wish.state,
    supportedUntil: wish.supportedUntil,
    on: dayOf(deps, wish),
  };
}

/**
 * Published labels by whatever is printed on a box: maker, product, model or number, in any width, kana and hyphenation,
 * with or without the maker's legal form. All words must occur, or words that mean the same (scheme data); an empty text
 * finds the newest. Best first: exact model, beginning of a model, all words in a row, all words; valid before lapsed; then
 * the newest. Of more than a thousand hits only the newest are ranked.
 */
export async function searchLabels(deps: Deps, wish: SearchWish): Promise<FoundLabels> {
  const offset = Math.max(wish.offset ?? 0, 0);
  const limit = Math.min(Math.max(wish.limit, 1), 100);
  const query = labelQueryOf(deps, wish);
  const { on } = query;
  const bounds = { most: MOST_COUNTED, lookedAt: MOST_LOOKED_AT };
  const { labels, total, facets } = await searchRows(deps.db.kysely, query, { offset, limit, ...bounds });
  return {
    labels: await toListedLabels(deps, labels, on),
    total: { count: Math.min(total, MOST_COUNTED), isExact: total <= MOST_COUNTED },
    facets,
    on,
  };
}
