import type { ListedLabel } from '../../app/label/listed-label.ts';
import { html, type Html } from '../parts/html.ts';
import { labelCards } from '../parts/label-card.ts';
import { page } from '../parts/page.ts';
import { searchBox } from '../parts/search-box.ts';
import { section } from '../parts/section.ts';
import { pathIn } from '../language.ts';
import { meaningOfLabel } from '../label/meaning-section.ts';
import { liveAddress, type View } from '../view.ts';

function newest(view: View, labels: readonly ListedLabel[]): Html {
  const { site, language, say } = view;
  if (labels.length === 0) return html`<p>${say('home.newest.none')}</p>`;
  return html`${labelCards(view, labels)}
    <p><a class="page__action" href="${liveAddress(site, pathIn(language, '/search'))}">${say('home.more')}</a></p>
    <p><a href="${pathIn(language, '/feed.atom')}" type="application/atom+xml">${say('follow.feed')}</a></p>`;
}

/** The way in for who wants a label, before everything readers of the register look for further down. */
function apply({ site, language, say }: View): Html {
  return section(
    'apply',
    say('home.apply'),
    html`<p>${say('home.apply.text')}</p>
      <p>
        <a class="page__action" href="${liveAddress(site, pathIn(language, '/workspace'))}">${say('home.apply.act')}</a>
      </p>`,
  );
}

/** What the register is, its search, and its newest labels. */
export function homePage(view: View, labels: readonly ListedLabel[]): Html {
  const { site, say, language } = view;
  const main = html`<h1>${say('home.title')}</h1>
    <p class="page__lead">${say('home.purpose')}</p>
    ${searchBox(view)}
    <ul class="footer__links">
      <li><a href="${pathIn(language, '/makers')}">${say('browse.makers')}</a></li>
      <li><a href="${pathIn(language, '/types')}">${say('browse.types')}</a></li>
    </ul>
    ${apply(view)} ${section('newest', say('home.newest'), newest(view, labels))}
    ${meaningOfLabel(view, site.scheme.claims)}
    <p><a href="${pathIn(language, '/data')}">${say('home.data')}</a></p>`;
  const feeds = [{ href: pathIn(language, '/feed.atom'), title: say('feed.all') }];
  return page(view, { title: say('home.title'), description: say('home.purpose'), feeds }, main);
}
