import { html, type Html } from './html.ts';

/** A term and what is said about it; without anything to say the row is left out. */
export type Description = readonly [term: string, details: Html | string | undefined];

/** Facts by their names. */
export function descriptionList(rows: readonly Description[]): Html {
  const shown = rows.filter(([, details]) => details !== undefined && details !== '');
  return html`<dl class="description-list">
    ${shown.map(
      ([term, details]) =>
        html`<div class="description-list__row">
          <dt>${term}</dt>
          <dd>${details}</dd>
        </div>`,
    )}
  </dl>`;
}
