import { html, type Html } from '../parts/html.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** A page of the desk: its parts one under another. */
export function deskPage(view: WorkspaceView, title: string, main: Html): Html {
  return workspacePage(view, { title }, html`<div class="desk">${main}</div>`);
}
