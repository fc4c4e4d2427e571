import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** A place to go to, and whether it is where the reader is. */
export type Place = {
  readonly words: string;
  readonly href: string;
  readonly isCurrent?: boolean;
  /** How many things are there. */
  readonly count?: number | undefined;
};

/** Links as a list, the current one marked; used by tabs and menus. */
export function placeLinks({ say }: Reader, places: readonly Place[]): Html {
  return html`${places.map(
    ({ words, href, isCurrent = false, count }) =>
      html`<li>
        <a class="place" href="${href}" ${isCurrent ? html`aria-current="page"` : ''}
          >${words}${
            count === undefined ? '' : html` <span class="place__count">${say('part.count', { count })}</span>`
          }</a
        >
      </li>`,
  )}`;
}

/** Views of one thing beside each other; each has its own address. */
export function tabs(reader: Reader, label: string, places: readonly Place[]): Html {
  return html`<nav class="tabs" aria-label="${label}">
    <ul>
      ${placeLinks(reader, places)}
    </ul>
  </nav>`;
}
