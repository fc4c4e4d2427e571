import { namesIn } from '../../app/label/names-in.ts';
import type { LabelChange } from '../../app/label/list-changes.ts';
import { writeAtomFeed, type AtomEntry } from '../../formats/atom-feed/atom-feed.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';

/** What a feed is of: its title, its own address and its page, both without the language. */
export type FeedOf = { readonly title: string; readonly self: string; readonly page: string };

function entryOf(view: View, change: LabelChange): AtomEntry {
  const { say, site, language } = view;
  const { what, at } = change;
  const names = namesIn(language, change.label);
  const { number } = names;
  return {
    id: `${site.baseUrl}/labels/${number}#${what}`,
    title: say(`feed.${what}`, names),
    at,
    link: `${site.baseUrl}${pathIn(language, `/labels/${number}`)}`,
    summary: say(`feed.${what}.text`, names),
    category: what,
  };
}

/** A feed of what happened to labels, as Atom. */
export function feedText(view: View, { title, self, page }: FeedOf, changes: readonly LabelChange[]): string {
  const { site, language, say } = view;
  const address = (path: string): string => site.baseUrl + pathIn(language, path);
  return writeAtomFeed({
    title: say('site.title', { page: title, register: say('site.register') }),
    language,
    author: site.scheme.operator.name[language],
    self: address(self),
    page: address(page),
    entries: changes.map((change) => entryOf(view, change)),
  });
}
