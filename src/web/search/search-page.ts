import { MOST_COUNTED, type FoundLabels } from '../../app/label/search-labels.ts';
import { followLinks } from '../browse/follow-links.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { labelList, totalWords } from '../parts/label-list.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { points } from '../parts/points.ts';
import { queryLink } from '../parts/query-link.ts';
import { searchBox } from '../parts/search-box.ts';
import type { View } from '../view.ts';
import { activeFilters, searchFilters } from './search-filters.ts';
import { followable, searchQuery, type SearchAsked } from './search-query.ts';

/** What was searched for and what came of it. */
export type SearchOutcome = FoundLabels & {
  readonly asked: SearchAsked;
  /** The text is a registration number whose check character does not fit. */
  readonly isSlip: boolean;
  /** By the number of its label: the model that the text names, where the label covers several. */
  readonly models: ReadonlyMap<string, string>;
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

function results(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  const { total, asked } = outcome;
  const hrefOf = (page: number): string => linkTo(view, outcome, { page });
  return html`<h2>${totalWords(view, total)}</h2>
    ${total.isExact ? '' : html`<p>${say('search.count.more.advice', { count: MOST_COUNTED })}</p>`}
    <p class="search-results__jump"><a href="#filters">${say('search.filters.jump')}</a></p>
    ${labelList(view, { found: outcome, page: asked.page, hrefOf, models: outcome.models })}`;
}

/** Which day the register is shown of; a day to come is not shown as if it were known. */
function asOfNote({ say }: View, asked: Temporal.PlainDate, on: Temporal.PlainDate, today: Html): Html {
  return Temporal.PlainDate.compare(asked, on) > 0
    ? notification('warning', say('search.asof.to-come', { day: asked }), today)
    : notification('info', say('search.asof.on', { day: on }), today);
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
  ${asked.asOf === undefined ? '' : asOfNote(view, asked.asOf, on, today)}`;
}

/** The labels that fit what was typed, or advice on what else to try. */
export function searchPage(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  const { asked, labels, total } = outcome;
  const { text } = asked;
  const title = text === '' ? say('search.title') : say('search.results', { text });
  const found = { view, asked, found: outcome };
  const query = searchQuery(followable(asked));
  const feed = queryLink(pathIn(view.language, '/search/feed.atom'), query);
  const isNothing = total.count === 0 || labels.length === 0;
  const main = html`<h1>${say('search.title')}</h1>
    ${searchBox(view, text, searchQuery({ ...asked, page: 1 }))}
    <div class="search-results">
      <section class="section page__stack">
        ${notes(view, outcome)} ${activeFilters(found)} ${isNothing ? nothing(view, outcome) : results(view, outcome)}
      </section>
      ${searchFilters(found)}
    </div>
    ${asked.asOf === undefined ? followLinks(view, { feed, query }) : ''}`;
  return page(view, { title, feeds: [{ href: feed, title }], isPassing: text !== '' || view.path.includes('?') }, main);
}
