import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { WorkspaceView } from './signed-in.ts';

/** Shows new recovery codes, this once. */
export function codesPage(view: WorkspaceView, codes: readonly string[]): Html {
  const { language, say } = view;
  const title = say('workspace.codes.title');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('workspace.codes.text')}</p>
      <ol>
        ${codes.map((code) => html`<li><code translate="no">${code}</code></li>`)}
      </ol>
      <p><a href="${pathIn(language, '/workspace/account')}">${say('workspace.codes.done')}</a></p>`,
  );
}
