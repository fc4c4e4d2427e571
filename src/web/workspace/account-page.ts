import type { ListedSession } from '../../app/access/list-sessions.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { sessionsSection } from './sessions-section.ts';
import type { WorkspaceView } from './signed-in.ts';

/** How somebody signs in, and where they are signed in now. */
export function accountPage(view: WorkspaceView, sessions: readonly ListedSession[]): Html {
  const title = view.say('workspace.place.account');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      ${sessionsSection(view, sessions)}`,
  );
}
