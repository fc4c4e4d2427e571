import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { page } from '../parts/page.ts';
import { liveAddress, type View } from '../view.ts';

/** What a copy says in place of the search: that a number leads on without it, where the search is, and what to search in. */
export function searchElsewhere(view: View): Html {
  const { site, language, say } = view;
  const live =
    site.copied?.live === undefined
      ? html`<p>${say('copied.search.later')}</p>`
      : html`<p>
          <a class="page__action" href="${liveAddress(site, pathIn(language, '/search'))}"
            >${say('copied.search.go')}</a
          >
        </p>`;
  const title = say('copied.search');
  return page(
    view,
    { title, isPassing: true },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('copied.search.text')}</p>
      ${live}
      <p>${say('copied.search.number', { address: `${site.baseUrl}${pathIn(language, '/labels/')}` })}</p>
      <p><a href="${pathIn(language, '/data')}">${say('copied.search.data')}</a></p>`,
  );
}
