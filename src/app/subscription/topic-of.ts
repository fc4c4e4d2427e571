import { canonicalJson } from '../../core/log/canonical-json.ts';
import { makerKeyOf } from '../../core/register/search-entry.ts';
import type { Topic } from '../../core/register/topic.ts';
import { findProductType } from '../../core/scheme/in-force.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { FACETS } from '../../db/search-marks.ts';
import { listMakerNames, type MakerName } from '../../db/label-makers.ts';
import { findLabel, type ShownLabel } from '../label/find-label.ts';
import type { SearchWish } from '../label/search-labels.ts';
import type { Deps } from '../ports.ts';

/** A search as it can be followed: not on another day, and whatever state its labels are in. */
export type FollowedSearch = Pick<SearchWish, 'text' | 'chosen' | 'supportedUntil'>;

/** What somebody may ask to follow. */
export type AskedTopic =
  | { readonly kind: 'label' | 'maker' | 'type'; readonly text: string }
  | { readonly kind: 'search'; readonly search: FollowedSearch };

/** What a topic is about, for its readers; a maker or type may have gone since. */
export type NamedTopic =
  | { readonly kind: 'label'; readonly number: string }
  | { readonly kind: 'maker'; readonly key: string; readonly name: MakerName | undefined }
  | {
      readonly kind: 'type';
      readonly id: string;
      readonly name: { readonly ja: string; readonly en: string } | undefined;
    }
  | { readonly kind: 'search'; readonly search: FollowedSearch };

/** Nothing public goes by that name. */
export type NoSuchTopic = { readonly code: 'no_such_topic' };

function searchText({ text, chosen = {}, supportedUntil }: FollowedSearch): string {
  const supported = supportedUntil?.toString();
  return canonicalJson({ text, chosen: { ...chosen }, ...(supported === undefined ? {} : { supported }) });
}

/** The search a topic was made of; throws on anything that is none. */
export function searchOfTopic(text: string): FollowedSearch {
  const {
    text: words,
    chosen,
    supported,
  } = JSON.parse(text) as {
    readonly text: string;
    readonly chosen: Readonly<Record<string, string>>;
    readonly supported?: string;
  };
  const known = FACETS.flatMap((facet) => (chosen[facet] === undefined ? [] : [[facet, chosen[facet]] as const]));
  return {
    text: words,
    chosen: Object.fromEntries(known),
    supportedUntil: supported === undefined ? undefined : Temporal.PlainDate.from(supported),
  };
}

/** The topic that was asked for, in the one form in which it is kept. */
export async function topicOf(deps: Deps, asked: AskedTopic): Promise<Result<Topic, NoSuchTopic>> {
  if (asked.kind === 'search') return ok({ kind: 'search', text: searchText(asked.search) });
  const { kind, text } = asked;
  if (kind === 'label') {
    const found = await findLabel(deps, text);
    return found.ok ? ok({ kind, text: found.value.record.number }) : refused({ code: 'no_such_topic' });
  }
  const isThere =
    kind === 'type'
      ? findProductType(deps.scheme.scheme, text) !== undefined
      : (await listMakerNames(deps.db.kysely, text)).length > 0;
  return isThere ? ok({ kind, text }) : refused({ code: 'no_such_topic' });
}

/** What a topic is about. */
export async function nameTopic(deps: Deps, { kind, text }: Topic): Promise<NamedTopic> {
  switch (kind) {
    case 'label':
      return { kind, number: text };
    case 'maker':
      return { kind, key: text, name: (await listMakerNames(deps.db.kysely, text))[0] };
    case 'type':
      return { kind, id: text, name: findProductType(deps.scheme.scheme, text)?.name };
    case 'search':
      return { kind, search: searchOfTopic(text) };
  }
}

/** The maker and the type a label belongs to, as topics name them. */
export function topicsOfLabel(
  { scheme }: Pick<Deps, 'scheme'>,
  { record }: Pick<ShownLabel, 'record'>,
): { readonly number: string; readonly maker: string; readonly type: string } {
  const { number, answers } = record;
  const maker = makerKeyOf(answers['vendor.name'] ?? '', scheme.scheme.search);
  return { number, maker, type: answers['product.type'] ?? '' };
}
