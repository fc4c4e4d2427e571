import { button } from './button.ts';
import { html, type Html } from './html.ts';
import { queryFields } from './query-fields.ts';
import type { Query } from './query-link.ts';
import type { Reader } from './reader.ts';

/** What narrows a list down. */
export type FilterBar = {
  readonly action: string;
  /** Named in the list of the page's regions. */
  readonly label: string;
  readonly fields: readonly Html[];
  /** What else the address says and is kept, as the order. */
  readonly kept?: Query;
  /** What narrows it down now, each with the address of the list without it. */
  readonly active: readonly { readonly words: string; readonly without: string }[];
  /** The address of the whole list. */
  readonly clear: string;
};

/** Fields that narrow a list down by its address, and what narrows it down now. */
export function filterBar({ say }: Reader, { action, label, fields, kept = {}, active, clear }: FilterBar): Html {
  const chip = ({ words, without }: FilterBar['active'][number]): Html =>
    html`<li>
      <a class="chip" href="${without}" aria-label="${say('part.filter.remove', { words })}"
        >${words}<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 2l8 8M10 2 2 10" /></svg
      ></a>
    </li>`;
  return html`<form class="filter-bar" action="${action}" role="search" aria-label="${label}">
    ${queryFields(kept)}
    <div class="filter-bar__fields">
      ${fields} ${button({ words: say('part.filter.apply'), weight: 'secondary', isSmall: true })}
    </div>
    ${
      active.length === 0
        ? ''
        : html`<div class="filter-bar__active">
            <p id="filter-active">${say('part.filter.active')}</p>
            <ul aria-labelledby="filter-active">
              ${active.map(chip)}
            </ul>
            <a href="${clear}">${say('part.filter.clear')}</a>
          </div>`
    }
  </form>`;
}
