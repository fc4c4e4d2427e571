import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** What is to be mended, and the id of the field it is said at; without one it concerns the whole page. */
export type Fault = { readonly field?: string | undefined; readonly words: string };

/**
 * All that is to be mended, before the page's heading, each a link to its field. It takes the focus as the page opens;
 * without faults there is none.
 */
export function errorSummary({ say }: Reader, faults: readonly Fault[]): Html | string {
  if (faults.length === 0) return '';
  const line = ({ field, words }: Fault): Html =>
    html`<li>${field === undefined ? words : html`<a href="#${field}">${words}</a>`}</li>`;
  return html`<div
    class="error-summary"
    role="alert"
    aria-labelledby="error-summary-heading"
    tabindex="-1"
    autofocus
    data-error-summary
  >
    <h2 class="error-summary__heading" id="error-summary-heading">${say('part.faults')}</h2>
    <ul class="error-summary__list">
      ${faults.map(line)}
    </ul>
  </div>`;
}

/** The title of a page: says first that something is to be mended. */
export function titleWithFaults({ say }: Reader, title: string, faults: readonly Fault[]): string {
  return faults.length === 0 ? title : say('part.faults.title', { title });
}
