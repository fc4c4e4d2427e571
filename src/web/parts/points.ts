import { html, type Html } from './html.ts';

const CROSS = html`<svg viewBox="0 0 14 14" aria-hidden="true"><path d="M2 2l10 10M12 2 2 12" /></svg>`;

/** A list of sentences. `not` marks what is denied with a cross, beside the heading that says so in words. */
export function points(sentences: readonly string[], kind: 'plain' | 'not' = 'plain'): Html {
  const lines = sentences.map((text) => html`<li>${kind === 'not' ? CROSS : ''}<span>${text}</span></li>`);
  return html`<ul class="points" data-kind="${kind}">
    ${lines}
  </ul>`;
}
