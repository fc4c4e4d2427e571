import type { LabelState } from '../../core/attestation/label-lifecycle.ts';
import type { LabelId } from '../../core/kernel/ids.ts';
import { searchKey } from '../../core/kernel/fold.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { searchFold } from '../../core/register/search-fold.ts';
import { wordsOf } from '../../core/register/search-words.ts';
import {
  countNewest,
  searchLabels as searchRows,
  type FacetCount,
  type LabelHits,
  type LabelQuery,
  type Stretch,
} from '../../db/label-search.ts';
import { listLabels } from '../../db/labels.ts';
import { BLOCK, LARGE_BLOCK, type Chosen } from '../../db/search-marks.ts';
import type { Deps } from '../ports.ts';
import { showLabel, type ShownLabel } from './find-label.ts';

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
  readonly labels: readonly ShownLabel[];
  readonly total: { readonly count: number; readonly isExact: boolean };
  readonly facets: readonly FacetCount[];
  readonly on: Temporal.PlainDate;
};

/** Rows looked at where a query names nothing the index holds, as a state alone. */
const MOST_LOOKED_AT = 20_000;

/** So many expected hits are counted one by one rather than estimated from the newest labels. */
const FEW = 4 * MOST_COUNTED;

/**
 * Where to look. Few hits among the newest labels mean few everywhere, and all are found at once; many mean that the newest
 * thousand lie within a stretch that their density tells. Either way the work does not grow with the register.
 */
async function stretchFor(deps: Deps, query: LabelQuery): Promise<Stretch> {
  const nearest = { blocks: 2, size: BLOCK } as const;
  const { count, top } = await countNewest(deps.db.kysely, query, nearest);
  const seen = (top % BLOCK) + BLOCK;
  if (top < seen) return 'all';
  if (count > MOST_COUNTED) return nearest;
  const needed = Math.ceil((1.25 * MOST_COUNTED * seen) / Math.max(count, 1));
  const isFew = (count * top) / seen <= FEW;
  if (isFew || needed >= top) return 'all';
  const size = needed > 4 * LARGE_BLOCK ? LARGE_BLOCK : BLOCK;
  return { blocks: Math.ceil(needed / size) + 1, size };
}

async function look(
  deps: Deps,
  query: LabelQuery,
  page: { readonly offset: number; readonly limit: number },
): Promise<LabelHits> {
  const ask = (stretch: Stretch): Promise<LabelHits> =>
    searchRows(deps.db.kysely, query, { stretch, ...page, most: MOST_LOOKED_AT });
  const stretch = await stretchFor(deps, query);
  const hits = await ask(stretch);
  // Fewer than their density told: the older ones count, too.
  return stretch === 'all' || hits.total > MOST_COUNTED ? hits : ask('all');
}

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

/** Published labels by their ids, in the order of these, as they stood on a legal day. */
export async function showLabels(
  deps: Deps,
  ids: readonly LabelId[],
  on: Temporal.PlainDate,
): Promise<readonly ShownLabel[]> {
  const rows = await listLabels(deps.db.kysely, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = await Promise.all(ids.flatMap((id) => byId.get(id) ?? []).map((row) => showLabel(deps, row, on)));
  return shown.filter((label) => label !== undefined);
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
  const { labels: ids, total, facets } = await look(deps, query, { offset, limit });
  return {
    labels: await showLabels(deps, ids, on),
    total: { count: Math.min(total, MOST_COUNTED), isExact: total <= MOST_COUNTED },
    facets,
    on,
  };
}
