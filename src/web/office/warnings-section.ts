import type { CaseLikeness, CaseWarning } from '../../core/case/case-warnings.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { pathIn } from '../language.ts';
import { officeCasePath } from './office-places.ts';

/** The kinds there can be more than one of. */
type LikenessKind = CaseLikeness['kind'];

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

function line(view: WorkspaceView, warning: CaseWarning): Html {
  return html`<li><bdi>${words(view, warning)}</bdi>${linkOf(view, warning)}</li>`;
}

/** Warnings of one kind: a single one in full, more as their number, each in full where it is opened. */
function ofKind(view: WorkspaceView, code: CaseWarning['code'], warnings: readonly CaseWarning[]): Html {
  const lines = warnings.map((warning) => line(view, warning));
  if (warnings.length === 1) return html`${lines}`;
  const summary = view.say(`office.warnings.many.${code as LikenessKind}`, { count: warnings.length });
  return html`<li>
    <details class="office__warnings">
      <summary>${summary}</summary>
      <ul>
        ${lines}
      </ul>
    </details>
  </li>`;
}

/** What to look out for in a case, before anything is decided about it; nothing is said where there is nothing. */
export function warningsSection(view: WorkspaceView, warnings: readonly CaseWarning[]): Html | string {
  if (warnings.length === 0) return '';
  const kinds = [...Map.groupBy(warnings, ({ code }) => code)];
  const text = html`<p>${view.say('office.warnings.text')}</p>
    <ul>
      ${kinds.map(([code, ofIt]) => ofKind(view, code, ofIt))}
    </ul>`;
  return notificationBanner(view, { kind: 'warning', heading: view.say('office.warnings'), text });
}
