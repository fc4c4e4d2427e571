import type { AskedTopic } from '../../app/subscription/topic-of.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import type { Query } from '../parts/query-link.ts';
import { followable, readSearchQuery, searchQuery, type SearchAsked } from '../search/search-query.ts';

function only(
  { text, chosen = {}, state, supportedUntil }: SearchAsked,
  facet: 'maker_key' | 'product_type',
): string | undefined {
  const isAlone =
    text === '' && Object.keys(chosen).length === 1 && state === undefined && supportedUntil === undefined;
  return isAlone ? chosen[facet] : undefined;
}

/** What an address, or the form it led to, asks to follow: a label, else a maker or type alone, else a search. */
export function readTopic(query: Readonly<Record<string, string>>): {
  readonly topic: AskedTopic;
  readonly query: Query;
} {
  const label = asTyped(query['label'] ?? '').slice(0, 100);
  if (label !== '') return { topic: { kind: 'label', text: label }, query: { label } };
  const asked = { ...followable(readSearchQuery(query)), state: undefined };
  const [maker, type] = [only(asked, 'maker_key'), only(asked, 'product_type')];
  const kept = searchQuery(asked);
  if (maker !== undefined) return { topic: { kind: 'maker', text: maker }, query: kept };
  if (type !== undefined) return { topic: { kind: 'type', text: type }, query: kept };
  return { topic: { kind: 'search', search: asked }, query: kept };
}
