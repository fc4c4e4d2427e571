import type { ShownLabel } from '../../app/label/find-label.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { html, type Html } from '../parts/html.ts';
import { pathIn } from '../language.ts';
import { viewOf, type Site } from '../view.ts';

/**
 * From the code on the label to its page, where nobody is there to ask which language the reader wants: Japanese at
 * once, and both to choose.
 */
export function leadToLabel(site: Site, { record: { number } }: ShownLabel): Html {
  const { say } = viewOf(site, 'ja', '/');
  const links = LANGUAGES.map(
    (language) =>
      html`<li>
        <a href="${pathIn(language, `/labels/${number}`)}" hreflang="${language}" lang="${language}"
          >${number} ${say(`site.language.${language}`)}</a
        >
      </li>`,
  );
  return html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${number}</title>
        <meta name="robots" content="noindex" />
        <meta http-equiv="refresh" content="0;url=/labels/${number}" />
      </head>
      <body>
        <main>
          <h1>${number}</h1>
          <ul>
            ${links}
          </ul>
        </main>
      </body>
    </html>`;
}
