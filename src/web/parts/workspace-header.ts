import { FORM_TOKEN } from '../guard/form-token.ts';
import { pathIn } from '../language.ts';
import type { View } from '../view.ts';
import { placesFor } from '../workspace/navigation.ts';
import type { SignedIn } from '../workspace/signed-in.ts';
import { demonstrationNotice } from './demonstration-notice.ts';
import { html, type Html } from './html.ts';
import { languageLinks } from './language-links.ts';
import { written } from './written.ts';

/** Who is signed in and for whom they act, with the way to change that and the way out. */
function identity(view: View, { session, csrf }: SignedIn): Html {
  const { language, say } = view;
  const { organisation, person, belongings } = session;
  const change =
    belongings.length > 1
      ? html` <a href="${pathIn(language, '/workspace/organisation')}">${say('workspace.organisation.change')}</a>`
      : '';
  return html`<div class="workspace-header__identity">
    <p class="workspace-header__who">
      <span class="workspace-header__person">${written(view, person.name)}</span>
      ${
        organisation === undefined
          ? ''
          : html`<span class="workspace-header__organisation"
              >${written(view, organisation.name, organisation.nameEn)}</span
            >`
      }${change}
    </p>
    <form method="post" action="${pathIn(language, '/workspace/sign-out')}">
      <input type="hidden" name="${FORM_TOKEN.field}" value="${csrf}" />
      <button class="button" data-weight="tertiary" data-size="small" type="submit">
        ${say('workspace.sign-out')}
      </button>
    </form>
  </div>`;
}

function navigation(view: View, { actor, session }: SignedIn): Html | string {
  if (session.organisation === undefined || !session.isSetUp) return '';
  const { language, path, say } = view;
  const start = { path: '/workspace', name: 'workspace.title' } as const;
  const places = [start, ...placesFor(actor)];
  const around = places.filter((place) => path === place.path || path.startsWith(`${place.path}/`));
  const nearest = around.filter((place) => path === place.path || place.path !== start.path).map((place) => place.path);
  const here = nearest.sort((one, other) => other.length - one.length)[0];
  const link = (place: { readonly path: string; readonly name: Parameters<View['say']>[0] }): Html => {
    const isHere = place.path === here;
    return html`<li>
      <a
        class="workspace-header__link"
        href="${pathIn(language, place.path)}"
        ${isHere ? html`aria-current="page"` : ''}
        >${say(place.name)}</a
      >
    </li>`;
  };
  return html`<nav class="workspace-header__places" aria-label="${say('workspace.navigation')}">
    <ul class="workspace-header__links">
      ${places.map(link)}
    </ul>
  </nav>`;
}

/** The id by which the menu is opened and closed. */
const MENU = 'workspace-menu';

/**
 * Who works, the other language and the places to go to. Where there is room they stand in the header; on a narrow screen
 * they fold into a popover, which the browser opens and closes by itself, without a script.
 */
function menu(view: View, signedIn: SignedIn): Html {
  const { say } = view;
  const toggle = (words: string, action: 'show' | 'hide'): Html =>
    html`<button
      class="button workspace-header__toggle"
      data-weight="secondary"
      data-size="small"
      type="button"
      popovertarget="${MENU}"
      popovertargetaction="${action}"
    >
      ${words}
    </button>`;
  return html`${toggle(say('workspace.menu'), 'show')}
    <div class="workspace-header__menu" id="${MENU}" popover>
      ${toggle(say('workspace.menu.close'), 'hide')} ${identity(view, signedIn)} ${languageLinks(view)}
      ${navigation(view, signedIn)}
    </div>`;
}

/** The head of every page of the workspaces; without anybody signed in it only says whose site it is. */
export function workspaceHeader(view: View & { readonly signedIn?: SignedIn }): Html {
  const { site, language, say, signedIn } = view;
  return html`<header class="header workspace-header">
    ${demonstrationNotice(view)}
    <div class="page__inner header__row">
      <a class="header__site" href="${pathIn(language, signedIn === undefined ? '/' : '/workspace')}">
        <span class="header__scheme">${site.scheme.name[language]}</span>
        <span class="header__name">${say('workspace.name')}</span>
      </a>
      ${signedIn === undefined ? languageLinks(view) : menu(view, signedIn)}
    </div>
  </header>`;
}
