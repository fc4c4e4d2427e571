import { MOST_COUNTED, type FoundLabels } from '../../app/label/search-labels.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { labelCards } from '../parts/label-card.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { pagination } from '../parts/pagination.ts';
import { points } from '../parts/points.ts';
import { queryLink } from '../parts/query-link.ts';
import { searchBox } from '../parts/search-box.ts';
import type { View } from '../view.ts';
import { activeFilters, searchFilters } from './search-filters.ts';
import { lastPage, ON_A_PAGE, searchQuery, type SearchAsked } from './search-query.ts';

/** What was searched for and what came of it. */
export type SearchOutcome = FoundLabels & {
  readonly asked: SearchAsked;
  /** The text is a registration number whose check character does not fit. */
  readonly isSlip: boolean;
  /** Published model numbers one slip away from what was typed. */
  readonly suggestions: readonly string[];
};

function linkTo({ language }: View, { asked }: SearchOutcome, change: Partial<SearchAsked>): string {
  return queryLink(pathIn(language, '/search'), searchQuery({ ...asked, page: 1, ...change }));
}

function didYouMean(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  if (outcome.suggestions.length === 0) return html``;
  const links = outcome.suggestions.map(
    (number) => html`<li><a href="${linkTo(view, outcome, { text: number })}">${number}</a></li>`,
  );
  return html`<div class="notification" data-kind="info">
    <p class="notification__heading">${say('search.near')}</p>
    <ul>
      ${links}
    </ul>
  </div>`;
}

function nothing(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  return html`<h2>${say('search.none')}</h2>
    ${didYouMean(view, outcome)}
    <p>${say('search.none.meaning')}</p>
    ${points([
      say('search.none.model'),
      say('search.none.fewer'),
      say('search.none.characters'),
      say('search.none.misuse'),
    ])}`;
}

function pagesOf(view: View, outcome: SearchOutcome): Html {
  const { asked, labels, total } = outcome;
  const last = lastPage(total.count);
  const from = (asked.page - 1) * ON_A_PAGE + 1;
  return pagination(view, {
    current: asked.page,
    last,
    hasNext: asked.page < last,
    from,
    to: from + labels.length - 1,
    total,
    hrefOf: (number) => linkTo(view, outcome, { page: number }),
  });
}

function results(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  const { labels, total, asked } = outcome;
  const { count, isExact } = total;
  const pages = count > ON_A_PAGE || asked.page > 1 ? pagesOf(view, outcome) : '';
  return html`<h2>${isExact ? say('search.count', { count }) : say('search.count.more', { count })}</h2>
    ${isExact ? '' : html`<p>${say('search.count.more.advice', { count: MOST_COUNTED })}</p>`}
    <p class="search-results__jump"><a href="#filters">${say('search.filters.jump')}</a></p>
    ${labelCards(view, labels)} ${pages}`;
}

function notes(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  const { isSlip, asked, on } = outcome;
  const today = html`<a href="${linkTo(view, outcome, { asOf: undefined })}">${say('search.asof.today')}</a>`;
  return html`${isSlip ? notification('warning', say('search.slip'), say('search.slip.text')) : ''}
  ${
    asked.unreadDay === undefined
      ? ''
      : notification('error', say('search.asof.unread', { text: asked.unreadDay }), say('search.asof.unread.mend'))
  }
  ${asked.asOf === undefined ? '' : notification('info', say('search.asof.on', { day: on }), today)}`;
}

/** The labels that fit what was typed, or advice on what else to try. */
export function searchPage(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  const { asked, labels, total } = outcome;
  const { text } = asked;
  const title = text === '' ? say('search.title') : say('search.results', { text });
  const found = { view, asked, found: outcome };
  const isNothing = total.count === 0 || labels.length === 0;
  const main = html`<h1>${say('search.title')}</h1>
    ${searchBox(view, text, searchQuery({ ...asked, page: 1 }))}
    <div class="search-results">
      <section class="section page__stack">
        ${notes(view, outcome)} ${activeFilters(found)} ${isNothing ? nothing(view, outcome) : results(view, outcome)}
      </section>
      ${searchFilters(found)}
    </div>`;
  return page(view, { title, isPassing: text !== '' || view.path.includes('?') }, main);
}
