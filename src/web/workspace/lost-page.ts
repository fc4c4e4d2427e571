import type { EndedMandate } from '../../app/parties/find-ended-mandate.ts';
import { pathIn } from '../language.ts';
import { buttonLink, buttonRow } from '../parts/button.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { WorkspaceView } from './signed-in.ts';

/** Tells an agent that the mandate it worked under is over, and leads it to what it can still reach. */
function endedPage(view: WorkspaceView, { lastDay }: EndedMandate): Html {
  const { say, language } = view;
  const title = say('workspace.ended');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('workspace.ended.text', { day: lastDay })}</p>
      <p>${say('workspace.ended.next')}</p>
      ${buttonRow(
        buttonLink({ href: pathIn(language, '/workspace/cases'), words: say('workspace.ended.cases') }),
        buttonLink({ href: pathIn(language, '/workspace/mandates'), words: say('workspace.ended.mandates') }),
      )}`,
  );
}

/** Tells somebody signed in that there is nothing at an address, or nothing for them, and leads them back to their work. */
export function lostPage(view: WorkspaceView, ended?: EndedMandate): Html {
  if (ended !== undefined) return endedPage(view, ended);
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
