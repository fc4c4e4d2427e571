import type { CaseWarning } from '../../core/case/case-warnings.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { pathIn } from '../language.ts';
import { officeCasePath } from './office-places.ts';

/** Where the thing is that a case is like. */
function linkOf({ language }: WorkspaceView, warning: CaseWarning): Html | string {
  if (!('number' in warning)) return '';
  const { code, number } = warning;
  const href = code === 'model_labelled' ? pathIn(language, `/labels/${number}`) : officeCasePath(language, number);
  return html` <a href="${href}">${number}</a>`;
}

function words({ say }: WorkspaceView, warning: CaseWarning): string {
  switch (warning.code) {
    case 'support_has_ended':
      return say('office.warning.support_has_ended', { day: warning.endsOn });
    case 'support_end_missing':
    case 'policy_missing':
      return say(`office.warning.${warning.code}`);
    default:
      return say(`office.warning.${warning.code}`, { what: warning.what, organisation: warning.organisation });
  }
}

/** What to look out for in a case, before anything is decided about it; nothing is said where there is nothing. */
export function warningsSection(view: WorkspaceView, warnings: readonly CaseWarning[]): Html | string {
  if (warnings.length === 0) return '';
  const lines = warnings.map((warning) => html`<li><bdi>${words(view, warning)}</bdi>${linkOf(view, warning)}</li>`);
  const text = html`<p>${view.say('office.warnings.text')}</p>
    <ul>
      ${lines}
    </ul>`;
  return notificationBanner(view, { kind: 'warning', heading: view.say('office.warnings'), text });
}
