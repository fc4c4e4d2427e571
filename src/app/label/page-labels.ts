import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { listPublishedBefore } from '../../db/published-before.ts';
import type { Deps } from '../ports.ts';
import { toListedLabels } from './listed-label.ts';
import { labelQueryOf, MOST_COUNTED, searchLabels, type FoundLabels, type SearchWish } from './search-labels.ts';

/** Where a page begins: after a place in the order of publication, or after so many of the best hits. */
type Place = { readonly kind: 'before' | 'offset'; readonly at: number | undefined };

/** One page of labels, and the cursor of the next one where there is one. */
type LabelsPage = Pick<FoundLabels, 'labels' | 'total' | 'on'> & { readonly next: string | undefined };

/** The cursor was not made by us, or for another kind of list. */
type CursorRefusal = { readonly code: 'malformed_cursor' };

type PageWish = Omit<SearchWish, 'offset'> & { readonly cursor?: string | undefined };

const LETTERS = { before: 'p', offset: 'o' } as const;

/** Where a page of this wish begins; undefined where its cursor is none of ours, or belongs to another kind of list. */
function placeOf({ text, cursor }: PageWish): Place | undefined {
  const kind = text === '' ? 'before' : 'offset';
  if (cursor === undefined) return { kind, at: undefined };
  const [, letter, digits] = /^([po])(\d{1,15})$/.exec(cursor) ?? [];
  const at = Number(digits);
  return letter === LETTERS[kind] && (kind === 'before' || at < MOST_COUNTED) ? { kind, at } : undefined;
}

async function newest(deps: Deps, wish: PageWish, before: number | undefined): Promise<LabelsPage> {
  const query = labelQueryOf(deps, wish);
  const [{ total }, rows] = await Promise.all([
    searchLabels(deps, { ...wish, limit: 1 }),
    listPublishedBefore(deps.db.kysely, query, { before, limit: wish.limit + 1 }),
  ]);
  const page = rows.slice(0, wish.limit);
  const last = page.at(-1);
  const labels = await toListedLabels(deps, page, query.on);
  const next =
    rows.length > page.length && last !== undefined ? `${LETTERS.before}${String(last.position)}` : undefined;
  return { labels, total, on: query.on, next };
}

async function best(deps: Deps, wish: PageWish, offset: number): Promise<LabelsPage> {
  const { labels, total, on } = await searchLabels(deps, { ...wish, offset });
  const end = offset + wish.limit;
  return { labels, total, on, next: end < total.count ? `${LETTERS.offset}${String(end)}` : undefined };
}

/**
 * Published labels page by page. Without a text the newest come first, and what is published meanwhile neither repeats nor
 * hides one; with a text the best come first, as far as they are counted.
 */
export async function pageLabels(deps: Deps, wish: PageWish): Promise<Result<LabelsPage, CursorRefusal>> {
  const place = placeOf(wish);
  if (place === undefined) return refused({ code: 'malformed_cursor' });
  return ok(place.kind === 'before' ? await newest(deps, wish, place.at) : await best(deps, wish, place.at ?? 0));
}
