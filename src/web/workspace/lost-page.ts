import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { WorkspaceView } from './signed-in.ts';

/** Tells somebody signed in that there is nothing at an address, or nothing for them, and leads them back to their work. */
export function lostPage(view: WorkspaceView): Html {
  const { say, language } = view;
  const title = say('error.not_found');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('workspace.lost')}</p>
      ${buttonRow(buttonLink({ href: pathIn(language, '/workspace'), words: say('workspace.lost.back') }))}`,
  );
}
