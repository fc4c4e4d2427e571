import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** The way from the home of the workspace to the page, without the page itself, whose name comes last and is no link. */
export function breadcrumb(
  { say }: Reader,
  way: readonly { readonly words: string; readonly href: string }[],
  here: string,
): Html {
  return html`<nav class="breadcrumb" aria-label="${say('site.breadcrumb')}">
    <ol>
      ${way.map(({ words, href }) => html`<li><a href="${href}">${words}</a></li>`)}
      <li><span aria-current="page">${here}</span></li>
    </ol>
  </nav>`;
}
