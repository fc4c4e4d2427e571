import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { View } from '../view.ts';

/** Where somebody who has lost their passkeys uses a recovery code. */
export function recoveryPage(
  view: View,
  { mail, refusal }: { readonly mail: string; readonly refusal?: string },
): Html {
  const { language, say } = view;
  const title = say('sign-in.recovery');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      ${refusal === undefined ? '' : notification('error', say('sign-in.refused'), refusal)}
      <p class="page__lead">${say('sign-in.recovery.text')}</p>
      <form class="page__stack" method="post" action="${pathIn(language, '/sign-in/recovery')}">
        <div class="form-field">
          <label class="form-field__label" for="mail">${say('workspace.mail')}</label>
          <input
            class="text-field"
            id="mail"
            name="mail"
            type="text"
            inputmode="email"
            autocomplete="username"
            value="${mail}"
          />
        </div>
        <div class="form-field">
          <label class="form-field__label" for="code">${say('sign-in.recovery.code')}</label>
          <input class="text-field" id="code" name="code" type="text" autocomplete="off" spellcheck="false" />
        </div>
        <button class="button" data-weight="primary" type="submit">${say('sign-in.recovery.act')}</button>
      </form>`,
  );
}
