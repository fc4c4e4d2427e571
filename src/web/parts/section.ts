import { html, type Html } from './html.ts';

/** A part of a page under its own heading; the id is its address within the page. */
export function section(id: string, heading: string, body: Html): Html {
  return html`<section class="section" id="${id}" aria-labelledby="${id}-heading">
    <h2 class="section__heading" id="${id}-heading">${heading}</h2>
    <div class="section__body">${body}</div>
  </section>`;
}
