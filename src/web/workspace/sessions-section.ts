import type { ListedSession } from '../../app/access/list-sessions.ts';
import { FORM_TOKEN } from '../guard/form-token.ts';
import { pathIn } from '../language.ts';
import { dataTable } from '../parts/data-table.ts';
import { html, type Html } from '../parts/html.ts';
import { section } from '../parts/section.ts';
import type { WorkspaceView } from './signed-in.ts';

function endButton(view: WorkspaceView, path: string, words: string, fullWords?: string): Html {
  const { language, signedIn } = view;
  return html`<form method="post" action="${pathIn(language, `/workspace/account/sessions/${path}`)}">
    <input type="hidden" name="${FORM_TOKEN.field}" value="${signedIn.csrf}" />
    <button
      class="button"
      data-weight="secondary"
      data-size="small"
      type="submit"
      ${fullWords === undefined ? '' : html`aria-label="${fullWords}"`}
    >
      ${words}
    </button>
  </form>`;
}

/** Where somebody is signed in now, and how to end that from here. */
export function sessionsSection(view: WorkspaceView, sessions: readonly ListedSession[]): Html {
  const { say, site } = view;
  const { zone } = site.scheme;
  const rows = sessions.map(({ id, method, startedAt, seenAt, userAgent, isThis }) => {
    const started = say.moment(startedAt, zone);
    const end = isThis
      ? say('workspace.sessions.this')
      : endButton(view, `${id}/end`, say('workspace.sessions.end'), say('workspace.sessions.end.full', { started }));
    const agent = userAgent === '' ? say('workspace.sessions.unknown-browser') : userAgent;
    return [started, say(`sign-in.method.${method}`), say.moment(seenAt, zone), html`<bdi>${agent}</bdi>`, end];
  });
  const columns = ['started', 'method', 'seen', 'browser', 'act'].map((column) =>
    say(`workspace.sessions.${column as 'started'}`),
  );
  const title = say('workspace.sessions.title');
  const others = sessions.length > 1 ? endButton(view, 'end-others', say('workspace.sessions.end-others')) : html``;
  return section('sessions', title, html`${dataTable({ caption: title, columns, rows })}${others}`);
}
