import type { PublicState } from '../../app/label/public-state.ts';
import type { SearchWish } from '../../app/label/search-labels.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { askedDay } from '../asked-day.ts';
import { pageOf } from '../parts/label-list.ts';
import type { Query } from '../parts/query-link.ts';

/** What an address asks the register for; `asOf` as it was written when it is no day. */
export type SearchAsked = Omit<SearchWish, 'limit' | 'offset'> & {
  readonly page: number;
  readonly unreadDay: string | undefined;
};

/** The filters by their name in an address, in the order they are offered. */
export const FILTERS = {
  state: 'state',
  level: 'level',
  type: 'product_type',
  maker: 'maker_key',
  evaluator: 'evaluator',
  personal: 'personal_data',
  recognition: 'recognition',
} as const;

/** A filter by its name in an address. */
export type FilterName = keyof typeof FILTERS;

const STATES: readonly PublicState[] = ['valid', 'in_grace', 'lapsed'];

function dayOf(text: string | undefined): Temporal.PlainDate | undefined {
  const day = askedDay(text);
  return day === 'blank' ? undefined : day;
}

/** What an address asks for; what cannot be read is taken as not said, but for the day, which changes the answer. */
export function readSearchQuery(query: Readonly<Record<string, string>>): SearchAsked {
  const value = (name: string): string | undefined => {
    const text = asTyped(query[name] ?? '').slice(0, 200);
    return text === '' ? undefined : text;
  };
  const chosen = (Object.entries(FILTERS) as [FilterName, string][]).flatMap(([name, facet]) => {
    const wanted = name === 'state' ? undefined : value(name);
    return wanted === undefined ? [] : [[facet, wanted] as const];
  });
  const asOf = value('asof');
  return {
    text: value('q') ?? '',
    chosen: Object.fromEntries(chosen),
    state: STATES.find((state) => state === query['state']),
    supportedUntil: dayOf(value('supported')),
    asOf: dayOf(asOf),
    unreadDay: asOf !== undefined && dayOf(asOf) === undefined ? asOf : undefined,
    page: pageOf(query['page']),
  };
}

/** The address of a search, as its query says it. */
export function searchQuery({ text, chosen = {}, state, supportedUntil, asOf, page }: SearchAsked): Query {
  const filters = (Object.entries(FILTERS) as [FilterName, (typeof FILTERS)[FilterName]][]).map(([name, facet]) => [
    name,
    facet === 'state' ? state : chosen[facet],
  ]);
  return {
    q: text,
    ...(Object.fromEntries(filters) as Query),
    supported: supportedUntil?.toString(),
    asof: asOf?.toString(),
    page: page === 1 ? undefined : String(page),
  };
}

/** What a search asks for as far as it can be followed: not of another day, and not one page of it. */
export function followable(asked: SearchAsked): SearchAsked {
  return { ...asked, asOf: undefined, unreadDay: undefined, page: 1 };
}
