import type { ShownMaker } from '../../app/label/find-maker.ts';
import type { MakersPage } from '../../app/label/list-makers.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { labelList, totalWords } from '../parts/label-list.ts';
import { page } from '../parts/page.ts';
import { queryLink } from '../parts/query-link.ts';
import { section } from '../parts/section.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';
import { makerPath } from './addresses.ts';
import { countsOf } from './counts.ts';
import { followLinks } from './follow-links.ts';

/** Every maker with published labels, some at a time. */
export function makersPage(view: View, { makers, next }: MakersPage, after: string): Html {
  const { say, language } = view;
  const title = say('browse.makers');
  const at = (key: string): string => queryLink(pathIn(language, '/makers'), { after: key });
  const list = html`<ul class="browse-list">
    ${makers.map(
      ({ maker_key: key, maker, maker_en: english, total }) =>
        html`<li>
          <a href="${makerPath(view, key)}">${written(view, maker, english)}</a> <span>${totalWords(view, total)}</span>
        </li>`,
    )}
  </ul>`;
  const pages = html`<nav aria-label="${say('part.pages')}">
    <ul class="pagination__links">
      ${after === '' ? '' : html`<li><a class="pagination__link" href="${at('')}">${say('browse.from-first')}</a></li>`}
      ${
        next === undefined
          ? ''
          : html`<li><a class="pagination__link" rel="next" href="${at(next)}">${say('part.page.next')}</a></li>`
      }
    </ul>
  </nav>`;
  const main = html`<h1>${title}</h1>
    <p class="page__lead">${say('browse.makers.lead')}</p>
    ${makers.length === 0 ? html`<p>${say('home.newest.none')}</p>` : list}
    ${after === '' && next === undefined ? '' : pages}`;
  return page(view, { title, description: say('browse.makers.lead'), isPassing: after !== '' }, main);
}

/** A maker: the names it was registered under, its labels, and how many there are in which state. */
export function makerPage(view: View, { key, names, found }: ShownMaker, at: number): Html {
  const { say, language } = view;
  const [newest] = names;
  const name = (language === 'en' ? newest?.maker_en : undefined) || (newest?.maker ?? key);
  const path = makerPath(view, key);
  const feed = `${path}/feed.atom`;
  const other = (maker: string, english: string): Html | string =>
    ['', maker].includes(english) ? '' : html`<br /><bdi lang="en">${english}</bdi>`;
  const registered = html`<ul class="points">
    ${names.map(({ maker, maker_en: english }) => html`<li><bdi lang="ja">${maker}</bdi>${other(maker, english)}</li>`)}
  </ul>`;
  const hrefOf = (number: number): string => queryLink(path, { page: number === 1 ? undefined : String(number) });
  const main = html`<h1>${written(view, newest?.maker ?? key, newest?.maker_en)}</h1>
    ${section('names', say('browse.names'), registered)}
    ${section('counts', say('browse.counts'), countsOf(view, found, ['state', 'level', 'type'], { maker: key }))}
    ${section('labels', say('browse.labels'), labelList(view, { found, page: at, hrefOf }))}
    ${followLinks(view, { feed, query: { maker: key } })}
    <p><a href="${pathIn(language, '/makers')}">${say('browse.makers')}</a></p>`;
  const description = say('browse.maker.lead', { name });
  return page(view, { title: name, description, feeds: [{ href: feed, title: name }], isPassing: at > 1 }, main);
}
