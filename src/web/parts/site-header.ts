import { LANGUAGES } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { demonstrationNotice } from './demonstration-notice.ts';
import { html, type Html } from './html.ts';

/** Whose site it is, and the same page in the other language. */
export function siteHeader(view: View): Html {
  const { site, language, path, say } = view;
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
  return html`<header class="header">
    ${demonstrationNotice(view)}
    <div class="page__inner header__row">
      <a class="header__site" href="${pathIn(language, '/')}">
        <span class="header__scheme">${site.scheme.name[language]}</span>
        <span class="header__name">${say('site.register')}</span>
      </a>
      <nav aria-label="${say('site.language')}">
        <ul class="header__languages">
          ${languages}
        </ul>
      </nav>
    </div>
  </header>`;
}
