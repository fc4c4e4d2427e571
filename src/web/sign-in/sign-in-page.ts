import type { PlayablePerson } from '../../app/access/list-playable-people.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { section } from '../parts/section.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';

/** What the page offers. */
type SignInOffer = {
  /** Where to go after signing in. */
  readonly to: string;
  /** The invented people anybody on this machine may play; empty outside the demonstration. */
  readonly people: readonly PlayablePerson[];
  /** Why the last try came to nothing. */
  readonly refusal?: string;
};

function playable(view: View, { people, to }: SignInOffer): Html {
  const { language, say } = view;
  const choices = people.map(
    ({ mail, name, organisation, roles }) =>
      html`<li>
        <button class="button" data-weight="secondary" type="submit" name="mail" value="${mail}">
          ${written(view, name)}
        </button>
        <span>${written(view, organisation)} — ${roles.map((role) => html`<span>${say(`role.${role}`)} </span>`)}</span>
      </li>`,
  );
  return section(
    'people',
    say('sign-in.demonstration'),
    html`<p>${say('sign-in.demonstration.text')}</p>
      <form method="post" action="${pathIn(language, '/sign-in/demonstration')}">
        <input type="hidden" name="to" value="${to}" />
        <ul class="page__stack">
          ${choices}
        </ul>
      </form>`,
  );
}

/** Where somebody proves who they are. Nothing here depends on whether an account exists (ASVS 5.0, 6.3.8). */
export function signInPage(view: View, offer: SignInOffer): Html {
  const { say } = view;
  const title = say('sign-in.title');
  const main = html`<h1>${title}</h1>
    ${offer.refusal === undefined ? '' : notification('error', say('sign-in.refused'), offer.refusal)}
    <p class="page__lead">${say('sign-in.text')}</p>
    ${offer.people.length === 0 ? '' : playable(view, offer)}`;
  return workspacePage(view, { title }, main);
}
