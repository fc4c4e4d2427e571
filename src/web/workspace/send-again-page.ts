import { FORM_TOKEN } from '../guard/form-token.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { View } from '../view.ts';
import { sendableForm, type HeldForm } from './held-form.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Why a form waits: nobody is signed in, it was made by or for somebody else, its sender had to prove who they are or sends
 * too often, or what it is about is not there for them (any more).
 */
type Waiting =
  | { readonly why: 'signed-out'; readonly signIn: string }
  | { readonly why: 'other-session' }
  | { readonly why: 'proved' }
  | { readonly why: 'gone' }
  | { readonly why: 'too-many'; readonly seconds: number };

type MaybeSignedIn = View & { readonly signedIn?: SignedIn };

function explanation({ say, signedIn }: MaybeSignedIn, waiting: Waiting): Html {
  if (waiting.why === 'signed-out') {
    return html`<p class="page__lead">${say('workspace.again.signed-out')}</p>
      <p>
        <a class="button" data-weight="secondary" href="${waiting.signIn}" target="_blank"
          >${say('workspace.again.sign-in')}</a
        >
      </p>`;
  }
  if (waiting.why === 'too-many') {
    return html`<p class="page__lead">${say('workspace.again.too-many', { seconds: waiting.seconds })}</p>`;
  }
  const name = signedIn?.session.person.name ?? '';
  const organisation = signedIn?.session.organisation?.name ?? '';
  return html`<p class="page__lead">${say(`workspace.again.${waiting.why}`, { name, organisation })}</p>`;
}

/**
 * Holds a form that could not be taken yet: nothing of what was typed is lost. Without a session it asks to sign in beside
 * it; with another session, or for another organisation, it asks whether to send it as who the person is now.
 */
export function sendAgainPage(view: MaybeSignedIn, held: HeldForm | undefined, waiting: Waiting): Html {
  const { say, signedIn } = view;
  const title = say(`workspace.again.${waiting.why}.title`);
  // who only has to wait is still who they were, and so is the form's token
  const token = waiting.why === 'too-many' ? held?.fields.get(FORM_TOKEN.field) : signedIn?.csrf;
  const form = held === undefined ? '' : sendableForm(view, held, token ?? '');
  const lost = held === undefined || held.hasLostFiles === true ? html`<p>${say('workspace.again.files')}</p>` : '';
  const main = html`<h1>${title}</h1>
    <div class="page__stack">${explanation(view, waiting)}${lost}${form}</div>`;
  return workspacePage(view, { title }, main);
}
