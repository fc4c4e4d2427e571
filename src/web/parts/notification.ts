import { html, type Html } from './html.ts';

/** Something the reader should know before going on. */
export function notification(kind: 'info' | 'warning' | 'error', heading: string, text: Html | string): Html {
  return html`<div class="notification" data-kind="${kind}">
    <p class="notification__heading">${heading}</p>
    <p>${text}</p>
  </div>`;
}
