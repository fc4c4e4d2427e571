import type { CountedType } from '../../app/label/count-types.ts';
import type { FoundLabels } from '../../app/label/search-labels.ts';
import type { ProductType, Scheme } from '../../core/scheme/scheme.ts';
import { pathIn } from '../language.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { labelList, totalWords } from '../parts/label-list.ts';
import { page } from '../parts/page.ts';
import { queryLink } from '../parts/query-link.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';
import { typePath } from './addresses.ts';
import { countsOf } from './counts.ts';
import { followLinks } from './follow-links.ts';

/** Every product type of the scheme by its group. */
export function typesPage(view: View, { productGroups }: Scheme, types: readonly CountedType[]): Html {
  const { say, language } = view;
  const title = say('browse.types');
  const groups = productGroups.map(({ id, name }) => {
    const own = types.filter(({ type }) => type.group === id);
    if (own.length === 0) return html``;
    return section(
      id,
      name[language],
      html`<ul class="browse-list">
        ${own.map(
          ({ type, total }) =>
            html`<li>
              <a href="${typePath(view, type.id)}">${type.name[language]}</a> <span>${totalWords(view, total)}</span>
            </li>`,
        )}
      </ul>`,
    );
  });
  const main = html`<h1>${title}</h1>
    <p class="page__lead">${say('browse.types.lead')}</p>
    ${groups}`;
  return page(view, { title, description: say('browse.types.lead') }, main);
}

/** A product type: what it is, its labels, and how many there are in which state. */
export function typePage(view: View, type: ProductType, found: FoundLabels, at: number): Html {
  const { say, language, site } = view;
  const name = type.name[language];
  const group = site.scheme.productGroups.find(({ id }) => id === type.group);
  const what = descriptionList([
    [say('browse.type.name.ja'), html`<span lang="ja">${type.name.ja}</span>`],
    [say('browse.type.name.en'), html`<span lang="en">${type.name.en}</span>`],
    [say('browse.type.group'), group?.name[language]],
    [say('browse.type.examples'), type.examples[language]],
    [say('browse.type.safety'), say(type.safetyFunction ? 'browse.type.safety.yes' : 'browse.type.safety.no')],
  ]);
  const path = typePath(view, type.id);
  const feed = `${path}/feed.atom`;
  const hrefOf = (number: number): string => queryLink(path, { page: number === 1 ? undefined : String(number) });
  const list =
    found.total.count === 0
      ? html`<p>${say('home.newest.none')}</p>`
      : html`${countsOf(view, found, ['state', 'level', 'maker'], { type: type.id })}
        ${labelList(view, { found, page: at, hrefOf })}`;
  const main = html`<h1>${name}</h1>
    ${section('what', say('browse.type.what'), what)} ${section('labels', say('browse.labels'), list)}
    ${followLinks(view, { feed, query: { type: type.id } })}
    <p><a href="${pathIn(language, '/types')}">${say('browse.types')}</a></p>`;
  const description = say('browse.type.lead', { name });
  return page(view, { title: name, description, feeds: [{ href: feed, title: name }], isPassing: at > 1 }, main);
}
