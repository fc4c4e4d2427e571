import { FORM_TOKEN } from '../guard/form-token.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from './signed-in.ts';

/** Asks somebody who belongs to several organisations for which of them they act now. */
export function organisationPage(view: WorkspaceView, to: string): Html {
  const { language, say, signedIn } = view;
  const { belongings, organisation: current } = signedIn.session;
  const choices = belongings.map(
    ({ organisation, name, nameEn, roles }) =>
      html`<li>
        <button
          class="button"
          data-weight="${organisation === current?.organisation ? 'primary' : 'secondary'}"
          type="submit"
          name="organisation"
          value="${organisation}"
        >
          ${written(view, name, nameEn)}
        </button>
        <p class="page__note">
          ${roles.map((role) => html`<span>${say(`role.${role}`)} </span>`)}${
            organisation === current?.organisation ? say('workspace.organisation.current') : ''
          }
        </p>
      </li>`,
  );
  const title = say('workspace.organisation.title');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('workspace.organisation.text')}</p>
      <form method="post" action="${pathIn(language, '/workspace/organisation')}">
        <input type="hidden" name="${FORM_TOKEN.field}" value="${signedIn.csrf}" />
        <input type="hidden" name="to" value="${to}" />
        <ul class="page__stack">
          ${choices}
        </ul>
      </form>`,
  );
}
