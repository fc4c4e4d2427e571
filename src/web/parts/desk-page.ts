import { html, type Html } from './html.ts';
import { workspacePage } from './workspace-page.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** A page of a workspace as most are: its parts one under another. */
export function deskPage(view: WorkspaceView, title: string, main: Html): Html {
  return workspacePage(view, { title }, html`<div class="desk">${main}</div>`);
}
