import { LANGUAGES } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';

/** The same page in the other language. */
export function languageLinks({ language, path, say }: View): Html {
  const links = LANGUAGES.map(
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
  return html`<nav aria-label="${say('site.language')}">
    <ul class="header__languages">
      ${links}
    </ul>
  </nav>`;
}
