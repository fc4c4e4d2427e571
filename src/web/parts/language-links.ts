import { LANGUAGES } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';

/** The same page in the other language; the one it is in is no link. */
export function languageLinks({ language, path, say }: View): Html {
  const links = LANGUAGES.map((each) => {
    const name = say(`site.language.${each}`);
    return each === language
      ? html`<li><span class="header__language" lang="${each}" aria-current="true">${name}</span></li>`
      : html`<li>
          <a class="header__language" href="${pathIn(each, path)}" hreflang="${each}" lang="${each}">${name}</a>
        </li>`;
  });
  return html`<nav aria-label="${say('site.language')}">
    <ul class="header__languages">
      ${links}
    </ul>
  </nav>`;
}
