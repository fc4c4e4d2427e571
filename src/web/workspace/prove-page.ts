import { PASSKEY_SCRIPT } from '../assets/workspace-assets.ts';
import { FORM_TOKEN } from '../guard/form-token.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { passkeyForm } from '../parts/passkey-form.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { carriedForm, type HeldForm } from './held-form.ts';
import type { WorkspaceView } from './signed-in.ts';

/** What somebody wanted to do before they were asked to prove who they are. */
type Wanted = { readonly to: string; readonly held?: HeldForm | undefined };

/** Asks for a fresh proof by passkey before something that cannot be undone; what was sent waits in the page. */
export function provePage(view: WorkspaceView, { to, held }: Wanted, refusal?: string): Html {
  const { language, say, signedIn } = view;
  const action = pathIn(language, '/workspace/prove');
  const fields = html`<input type="hidden" name="${FORM_TOKEN.field}" value="${signedIn.csrf}" />
    <input type="hidden" name="to" value="${to}" />${held === undefined ? '' : carriedForm(held)}`;
  const isPlayed = signedIn.session.method === 'demonstration';
  const form = isPlayed
    ? html`<form method="post" action="${action}">
        ${fields}
        <p>${say('workspace.prove.demonstration')}</p>
        <button class="button" data-weight="primary" type="submit">${say('workspace.prove.demonstration.act')}</button>
      </form>`
    : passkeyForm(view, {
        kind: 'get',
        action,
        options: '/workspace/prove/options',
        words: say('workspace.prove.act'),
        fields,
      });
  const title = say('workspace.prove.title');
  return workspacePage(
    view,
    { title, scripts: isPlayed ? [] : [PASSKEY_SCRIPT.path] },
    html`<h1>${title}</h1>
      ${refusal === undefined ? '' : notification('error', say('sign-in.refused'), refusal)}
      <p class="page__lead">${say('workspace.prove.text')}</p>
      ${form}`,
  );
}
