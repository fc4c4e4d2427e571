import { asTyped } from '../../core/kernel/fold.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, raw, type Html } from './html.ts';
import { siteFooter } from './site-footer.ts';
import { siteHeader } from './site-header.ts';

/** What a page says of itself besides its content. */
type PageHead = {
  readonly title: string;
  readonly description?: string;
  /** Addresses of the same content in other formats, by media type. */
  readonly twins?: Readonly<Record<string, string>>;
  /** Feeds of what the page shows. */
  readonly feeds?: readonly { readonly href: string; readonly title: string }[];
  /** A style sheet besides the one every page has. */
  readonly sheet?: string;
  /** A module the page runs besides its content, with those it imports; and a style sheet of its own. */
  readonly script?: { readonly path: string; readonly imported: readonly string[]; readonly sheet: string };
  /** Search engines leave it out: errors, results, answers to a question; of a demonstration they leave out every page. */
  readonly isPassing?: boolean;
};

export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%230017c1' d='M12 1l3.2 7.3 7.8.7-5.9 5.2 1.8 7.8-6.9-4.1L5.1 22l1.8-7.8L1 9l7.8-.7z'/%3E%3C/svg%3E";

function alternates({ site, path }: View): Html {
  return html`${LANGUAGES.map(
    (language) => html`<link rel="alternate" hreflang="${language}" href="${site.baseUrl}${pathIn(language, path)}" />`,
  )}`;
}

/** What a browser's tab and a bookmark say. */
export function titleOf({ site, say }: View, page: string): string {
  const register = say('site.register');
  const title = page === register ? register : say('site.title', { page, register });
  return site.isDemonstration ? say('site.demonstration.title', { title }) : title;
}

function scriptParts(script: PageHead['script']): Html | string {
  if (script === undefined) return '';
  const { path, imported, sheet } = script;
  return html`<link rel="stylesheet" href="${sheet}" />
    ${imported.map((module) => html`<link rel="modulepreload" href="${module}" />`)}
    <script type="module" src="${path}"></script>`;
}

/** A whole page: one document that asks for nothing else. */
export function page(view: View, head: PageHead, main: Html): Html {
  const { site, language, path, say } = view;
  const twins = Object.entries(head.twins ?? {}).map(
    ([type, href]) => html`<link rel="alternate" type="${type}" href="${href}" />`,
  );
  const feeds = (head.feeds ?? []).map(
    ({ href, title }) => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}" />`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${titleOf(view, asTyped(head.title))}</title>
        ${
          head.description === undefined ? '' : html`<meta name="description" content="${asTyped(head.description)}" />`
        }
        ${
          head.isPassing === true || site.isDemonstration
            ? html`<meta name="robots" content="noindex" />`
            : html`<link rel="canonical" href="${site.baseUrl}${pathIn(language, path)}" />${alternates(view)}`
        }
        ${twins} ${feeds}
        <link rel="icon" href="${ICON}" />
        <meta name="color-scheme" content="light" />
        ${raw(site.styles.element)}
        ${head.sheet === undefined ? '' : html`<link rel="stylesheet" href="${head.sheet}" />`}
        ${scriptParts(head.script)}
      </head>
      <body>
        <a class="page__skip" href="#main">${say('site.skip')}</a>
        ${siteHeader(view)}
        <main class="page__inner page__main" id="main" tabindex="-1">${main}</main>
        ${siteFooter(view)}
      </body>
    </html>`;
}
