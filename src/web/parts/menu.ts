import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { placeLinks, type Place } from './tabs.ts';

/** The places of signed-in work, the current one marked; across the page, or down its side. */
export function menu(
  reader: Reader,
  label: string,
  places: readonly Place[],
  shape: 'across' | 'down' = 'across',
): Html {
  return html`<nav class="menu" data-shape="${shape}" aria-label="${label}">
    <ul>
      ${placeLinks(reader, places)}
    </ul>
  </nav>`;
}
