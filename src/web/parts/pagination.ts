import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** One page of a long list. */
type ListPage = {
  /** From 1. */
  readonly current: number;
  /** The last page where it is known; else whether there is a next one. */
  readonly last: number | 'unknown';
  readonly hasNext: boolean;
  /** The first and last record shown, and how many there are: exactly, or at least. */
  readonly from: number;
  readonly to: number;
  readonly total: { readonly count: number; readonly isExact: boolean };
  readonly hrefOf: (page: number) => string;
  /** Tells the pages of one list from those of another on the same page. */
  readonly label?: string;
};

/** Pages offered by number: the first, the last, and the current one with its neighbours. */
export function offeredPages(current: number, last: number): readonly number[] {
  const near = [1, current - 1, current, current + 1, last];
  return [...new Set(near)].filter((page) => page >= 1 && page <= last).sort((first, second) => first - second);
}

function numbered({ say }: Reader, { current, last, hrefOf }: ListPage): Html {
  const pages = last === 'unknown' ? [current] : offeredPages(current, last);
  return html`${pages.map((page, place) => {
    const isApart = page - (pages[place - 1] ?? page - 1) > 1;
    const words = say('part.number', { count: page });
    return html`${isApart ? html`<li aria-hidden="true">…</li>` : ''}
      <li>
        <a
          class="pagination__link"
          href="${hrefOf(page)}"
          aria-label="${say('part.page', { page })}"
          ${page === current ? html`aria-current="page"` : ''}
          >${words}</a
        >
      </li>`;
  })}`;
}

/** How much of a list is shown, and the way to the rest; a count says whether it is exact. */
export function pagination(reader: Reader, shown: ListPage): Html {
  const { say } = reader;
  const { current, last, hasNext, from, to, total, hrefOf, label = say('part.pages') } = shown;
  const turn = (page: number, words: string, rel: 'prev' | 'next'): Html =>
    html`<li><a class="pagination__link" href="${hrefOf(page)}" rel="${rel}">${words}</a></li>`;
  const { count } = total;
  return html`<div class="pagination">
    <p class="pagination__count">${say(total.isExact ? 'part.page.of' : 'part.page.of-more', { from, to, count })}</p>
    ${
      last === 1 || (current === 1 && !hasNext)
        ? ''
        : html`<nav aria-label="${label}">
            <ul class="pagination__links">
              ${current > 1 ? turn(current - 1, say('part.page.before'), 'prev') : ''} ${numbered(reader, shown)}
              ${hasNext ? turn(current + 1, say('part.page.next'), 'next') : ''}
            </ul>
          </nav>`
    }
  </div>`;
}
