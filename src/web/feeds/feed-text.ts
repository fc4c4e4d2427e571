import type { LabelChange } from '../../app/label/list-changes.ts';
import { writeAtomFeed, type AtomEntry } from '../../formats/atom-feed/atom-feed.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';

/** What a feed is of: its title, its own address and its page, both without the language. */
export type FeedOf = { readonly title: string; readonly self: string; readonly page: string };

/** Product and maker in the reader's language, as far as the vendor wrote them in it. */
export function namesIn(
  { language }: Pick<View, 'language'>,
  { label }: LabelChange,
): { readonly product: string; readonly maker: string; readonly number: string } {
  const { number, answers } = label.record;
  const english = <T>(text: T): T | undefined => (language === 'en' ? text : undefined);
  return {
    product: english(answers['product.nameEn']) ?? answers['product.name'] ?? number,
    maker: english(answers['vendor.nameEn']) ?? answers['vendor.name'] ?? '',
    number,
  };
}

function entryOf(view: View, change: LabelChange): AtomEntry {
  const { say, site, language } = view;
  const { what, at } = change;
  const names = namesIn(view, change);
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
