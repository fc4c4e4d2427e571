import type { FoundLabels } from '../../app/label/search-labels.ts';
import { html, type Html } from '../parts/html.ts';
import { labelCards } from '../parts/label-card.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { points } from '../parts/points.ts';
import { searchBox } from '../parts/search-box.ts';
import type { View } from '../view.ts';

/** What was searched for and what came of it. */
export type SearchOutcome = FoundLabels & {
  readonly text: string;
  /** The text is a registration number whose check character does not fit. */
  readonly isSlip: boolean;
};

function nothing({ say }: View): Html {
  return html`<h2>${say('search.none')}</h2>
    <p>${say('search.none.meaning')}</p>
    ${points([
      say('search.none.model'),
      say('search.none.fewer'),
      say('search.none.characters'),
      say('search.none.misuse'),
    ])}`;
}

function results(view: View, { labels, isMore }: FoundLabels): Html {
  const { say } = view;
  const count = labels.length;
  return html`<h2>${isMore ? say('search.count.more', { count }) : say('search.count', { count })}</h2>
    ${isMore ? html`<p>${say('search.count.more.advice', { count })}</p>` : ''} ${labelCards(view, labels)}`;
}

/** The labels that fit what was typed, or advice on what else to try. */
export function searchPage(view: View, outcome: SearchOutcome): Html {
  const { say } = view;
  const { text, isSlip, labels } = outcome;
  const title = text === '' ? say('search.title') : say('search.results', { text });
  const slip = isSlip ? notification('warning', say('search.slip'), say('search.slip.text')) : '';
  const main = html`<h1>${say('search.title')}</h1>
    ${searchBox(view, text)}
    <section class="section page__stack">
      ${slip} ${labels.length === 0 ? nothing(view) : results(view, outcome)}
    </section>`;
  return page(view, { title, isPassing: text !== '' }, main);
}
