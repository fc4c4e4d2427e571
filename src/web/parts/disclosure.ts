import { html, type Html } from './html.ts';

/** Content that opens on demand, without script. */
export function disclosure(summary: Html | string, body: Html, isOpen = false): Html {
  return html`<details class="disclosure" ${isOpen ? html`open` : ''}>
    <summary class="disclosure__summary">${summary}</summary>
    <div class="disclosure__body">${body}</div>
  </details>`;
}
