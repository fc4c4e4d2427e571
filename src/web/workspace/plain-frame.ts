import { demonstrationNotice } from '../parts/demonstration-notice.ts';
import { html, type Html } from '../parts/html.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { workspaceScript, workspaceStylesheet } from '../workspace-assets.ts';

/** A page with the style sheet and script of signed-in work, for whoever reads it. */
export function plainFrame(view: View, title: string, main: Html): Html {
  const { language, path, say } = view;
  const languages = LANGUAGES.map(
    (other) =>
      html`<li>
        <a
          class="header__language"
          href="${pathIn(other, path)}"
          hreflang="${other}"
          lang="${other}"
          ${other === language ? html`aria-current="true"` : ''}
          >${say(`site.language.${other}`)}</a
        >
      </li>`,
  );
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${say('site.demonstration.title', { title })}</title>
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light" />
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${workspaceStylesheet.href}" />
        <script type="module" src="${workspaceScript.href}"></script>
      </head>
      <body>
        <a class="page__skip" href="#main">${say('site.skip')}</a>
        <header class="header">
          ${demonstrationNotice(view)}
          <div class="page__inner header__row">
            <a class="header__site" href="${pathIn(language, '/')}">
              <span class="header__name">${say('site.register')}</span>
            </a>
            <nav aria-label="${say('site.language')}">
              <ul class="header__languages">
                ${languages}
              </ul>
            </nav>
          </div>
        </header>
        <main class="page__inner page__main" id="main" tabindex="-1">${main}</main>
      </body>
    </html>`;
}
