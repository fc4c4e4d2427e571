import { pathIn } from '../language.ts';
import { liveAddress, type View } from '../view.ts';
import { html, type Html } from './html.ts';
import { queryFields } from './query-fields.ts';
import type { Query } from './query-link.ts';

/** The one field by which labels are found; what else narrows the search down is kept. */
export function searchBox({ site, language, say }: View, text = '', kept: Query = {}): Html {
  return html`<form class="search-box" action="${liveAddress(site, pathIn(language, '/search'))}" role="search">
    <label class="search-box__label" for="q">${say('search.label')}</label>
    <p id="q-help">${say('search.help')}</p>
    ${queryFields({ ...kept, q: undefined })}
    <div class="search-box__row">
      <input
        class="search-box__input"
        type="search"
        id="q"
        name="q"
        value="${text}"
        maxlength="200"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="q-help"
      />
      <button class="search-box__button">${say('search.submit')}</button>
    </div>
  </form>`;
}
