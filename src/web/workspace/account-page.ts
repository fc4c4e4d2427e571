import type { ListedPasskey } from '../../app/access/list-passkeys.ts';
import type { ListedSession } from '../../app/access/list-sessions.ts';
import { PASSKEY_SCRIPT } from '../assets/workspace-assets.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { languageBanner, languageSection, type LanguageChoice } from './language-section.ts';
import { passkeysSection } from './passkeys-section.ts';
import { sessionsSection } from './sessions-section.ts';
import type { WorkspaceView } from './signed-in.ts';

/** How somebody signs in, and where they are signed in now. */
type Account = {
  readonly sessions: readonly ListedSession[];
  /** Undefined for those who sign in elsewhere. */
  readonly passkeys: readonly ListedPasskey[] | undefined;
  readonly refusal?: string | undefined;
  readonly language: LanguageChoice;
};

/** Somebody's own account. */
export function accountPage(view: WorkspaceView, { sessions, passkeys, refusal, language }: Account): Html {
  const title = view.say('workspace.place.account');
  return workspacePage(
    view,
    { title, scripts: passkeys === undefined ? [] : [PASSKEY_SCRIPT.path] },
    html`<h1>${title}</h1>
      ${refusal === undefined ? '' : notification('error', view.say('workspace.account.refused'), refusal)}
      ${languageBanner(view, language)} ${passkeys === undefined ? '' : passkeysSection(view, passkeys)}
      ${sessionsSection(view, sessions)} ${languageSection(view, language)}`,
  );
}
