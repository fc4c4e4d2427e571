import type { FoundLabels } from '../../app/label/search-labels.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';
import { labelCards } from './label-card.ts';
import { pagination } from './pagination.ts';

/** Labels on one page of a list. */
export const ON_A_PAGE = 20;

/** The last page offered: beyond it, labels are not counted either. */
const LAST_PAGE = 50;

/** The last page of so many labels. */
export function lastPage(count: number): number {
  return Math.min(Math.ceil(count / ON_A_PAGE), LAST_PAGE);
}

/** A page's number as an address writes it; what is none is the first. */
export function pageOf(text: string | undefined): number {
  const page = Number(text ?? '1');
  return Number.isSafeInteger(page) ? Math.min(Math.max(page, 1), LAST_PAGE) : 1;
}

/** How many labels there are, exactly or at least. */
export function totalWords({ say }: Pick<View, 'say'>, { count, isExact }: FoundLabels['total']): string {
  return isExact ? say('search.count', { count }) : say('search.count.more', { count });
}

/** Labels as cards, which can be ticked and compared; as they stood on an earlier day they only are shown. */
function comparableCards(view: View, { labels }: ShownList['found'], models: ShownList['models']): Html {
  const { say, language } = view;
  if (labels.some(({ isPast }) => isPast)) return labelCards(view, labels, { models });
  return html`<form class="comparable" action="${pathIn(language, '/compare')}">
    ${labelCards(view, labels, { areChosen: true, models })}
    <p class="comparable__go"><button class="search-box__button">${say('compare.chosen')}</button></p>
  </form>`;
}

type ShownList = {
  readonly found: Pick<FoundLabels, 'labels' | 'total'>;
  readonly page: number;
  readonly hrefOf: (page: number) => string;
  /** By the number of its label: the model that was looked for. */
  readonly models?: ReadonlyMap<string, string> | undefined;
};

/** A page of labels, and the way to the other pages. */
export function labelList(view: View, { found, page, hrefOf, models }: ShownList): Html {
  const { labels, total } = found;
  const last = lastPage(total.count);
  const from = (page - 1) * ON_A_PAGE + 1;
  const to = from + labels.length - 1;
  const pages =
    total.count > ON_A_PAGE || page > 1
      ? pagination(view, { current: page, last, hasNext: page < last, from, to, total, hrefOf })
      : '';
  return html`${comparableCards(view, found, models)} ${pages}`;
}
