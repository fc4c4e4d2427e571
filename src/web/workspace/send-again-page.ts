import { FORM_TOKEN } from '../guard/form-token.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { View } from '../view.ts';
import type { SignedIn } from './signed-in.ts';

/** Every field of a form as it was sent, unseen, save the token. */
function kept(form: URLSearchParams): Html {
  const fields = [...form].filter(([name]) => name !== FORM_TOKEN.field);
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** What is to be sent again and, when nobody is signed in, where to do that first. */
type HeldForm = { readonly form: URLSearchParams | undefined; readonly signIn: string | undefined };

type MaybeSignedIn = View & { readonly signedIn?: SignedIn };

function explanation({ say, signedIn }: MaybeSignedIn, { signIn }: HeldForm): Html {
  if (signIn === undefined) {
    const name = signedIn?.session.person.name ?? '';
    const organisation = signedIn?.session.organisation?.name ?? '';
    return html`<p class="page__lead">${say('workspace.again.other-session', { name, organisation })}</p>`;
  }
  return html`<p class="page__lead">${say('workspace.again.signed-out')}</p>
    <p>
      <a class="button" data-weight="secondary" href="${signIn}" target="_blank">${say('workspace.again.sign-in')}</a>
    </p>`;
}

function again({ say, signedIn, path, language }: MaybeSignedIn, { form }: HeldForm): Html {
  if (form === undefined) return html`<p>${say('workspace.again.files')}</p>`;
  return html`<form method="post" action="${pathIn(language, path)}">
    ${kept(form)}<input type="hidden" name="${FORM_TOKEN.field}" value="${signedIn?.csrf ?? ''}" />
    <button class="button" data-weight="primary" type="submit">${say('workspace.again.send')}</button>
  </form>`;
}

/**
 * Holds a form that could not be taken: nothing of what was typed is lost. Without a session it asks to sign in beside it;
 * with another session, or for another organisation, it asks whether to send it as who the person is now.
 */
export function sendAgainPage(view: MaybeSignedIn, held: HeldForm): Html {
  const isSignedOut = held.signIn !== undefined;
  const title = view.say(isSignedOut ? 'workspace.again.signed-out.title' : 'workspace.again.title');
  const main = html`<h1>${title}</h1>
    <div class="page__stack">${explanation(view, held)}${again(view, held)}</div>`;
  return workspacePage(view, { title }, main);
}
