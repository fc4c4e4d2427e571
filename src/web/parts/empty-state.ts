import { html, type Html } from './html.ts';

/** Stands where a list has nothing in it: says so, why, and what can be done. */
export function emptyState(words: string, text: Html | string, action?: Html): Html {
  return html`<div class="empty-state">
    <p class="empty-state__words">${words}</p>
    <p>${text}</p>
    ${action === undefined ? '' : html`<div class="empty-state__action">${action}</div>`}
  </div>`;
}
