import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { demonstrationNotice } from './demonstration-notice.ts';
import { html, type Html } from './html.ts';
import { languageLinks } from './language-links.ts';

/** Whose site it is, and the same page in the other language. */
export function siteHeader(view: View): Html {
  const { site, language, say } = view;
  return html`<header class="header">
    ${demonstrationNotice(view)}
    <div class="page__inner header__row">
      <a class="header__site" href="${pathIn(language, '/')}">
        <span class="header__scheme">${site.scheme.name[language]}</span>
        <span class="header__name">${say('site.register')}</span>
      </a>
      ${languageLinks(view)}
    </div>
  </header>`;
}
