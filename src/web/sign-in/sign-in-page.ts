import type { PlayablePerson } from '../../app/access/list-playable-people.ts';
import { PASSKEY_SCRIPT } from '../assets/workspace-assets.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { passkeyForm } from '../parts/passkey-form.ts';
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
  readonly hasPasskeys: boolean;
  readonly hasOpenid: boolean;
  /** Why the last try came to nothing. */
  readonly refusal?: string | undefined;
};

function byPasskey(view: View, { to }: SignInOffer): Html {
  const { language, say } = view;
  const form = passkeyForm(view, {
    kind: 'get',
    action: pathIn(language, '/sign-in/passkey'),
    options: '/sign-in/passkey/options',
    words: say('sign-in.passkey.act'),
    fields: html`<input type="hidden" name="to" value="${to}" />`,
  });
  return section(
    'passkey',
    say('sign-in.passkey'),
    html`<p>${say('sign-in.passkey.text')}</p>
      ${form}
      <p><a href="${pathIn(language, '/sign-in/recovery')}">${say('sign-in.recovery.link')}</a></p>`,
  );
}

function byOpenid({ language, say }: View, { to }: SignInOffer): Html {
  const address = `${pathIn(language, '/sign-in/openid')}?to=${encodeURIComponent(to)}`;
  return section(
    'openid',
    say('sign-in.openid'),
    html`<p>${say('sign-in.openid.text')}</p>
      <p><a class="button" data-weight="primary" href="${address}">${say('sign-in.openid.act')}</a></p>`,
  );
}

function playable(view: View, { people, to }: SignInOffer): Html {
  const { language, say } = view;
  const person = ({ mail, name, roles }: PlayablePerson): Html =>
    html`<li class="workspace__person">
      <button class="button" data-weight="secondary" type="submit" name="mail" value="${mail}">
        ${written(view, name)}
      </button>
      <span
        >${roles.map((role) => html`<span>${say(`role.${role}`)}</span><br />`)}<span class="page__note"
          >${mail}</span
        ></span
      >
    </li>`;
  const organisations = Map.groupBy(people, ({ organisation }) => organisation);
  const choices = [...organisations].map(
    ([organisation, members]) =>
      html`<h3>${written(view, organisation)}</h3>
        <ul class="page__stack">
          ${members.map(person)}
        </ul>`,
  );
  return section(
    'people',
    say('sign-in.demonstration'),
    html`<p>${say('sign-in.demonstration.text')}</p>
      <form class="page__stack" method="post" action="${pathIn(language, '/sign-in/demonstration')}">
        <input type="hidden" name="to" value="${to}" />
        ${choices}
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
    ${offer.hasOpenid ? byOpenid(view, offer) : ''} ${offer.people.length === 0 ? '' : playable(view, offer)}
    ${offer.hasPasskeys ? byPasskey(view, offer) : ''}`;
  return workspacePage(view, { title, scripts: offer.hasPasskeys ? [PASSKEY_SCRIPT.path] : [] }, main);
}
