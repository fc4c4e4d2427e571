import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { View } from '../view.ts';

/**
 * Where an invitation leads. Opening it uses nothing up, because mail programs open links by themselves; the button does.
 * It looks the same whether the link is good or not.
 */
export function invitationPage(view: View, secret: string): Html {
  const { language, say } = view;
  const title = say('sign-in.invitation');
  return workspacePage(
    // The address of the other language must not carry the link's secret into a list of languages.
    { ...view, path: '/sign-in' },
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('sign-in.invitation.text')}</p>
      <form method="post" action="${pathIn(language, '/sign-in/invitation')}">
        <input type="hidden" name="secret" value="${secret}" />
        <button class="button" data-weight="primary" type="submit">${say('sign-in.invitation.act')}</button>
      </form>`,
  );
}
