import { asTyped } from '../../core/kernel/fold.ts';
import { WORKSPACE_SCRIPT, WORKSPACE_STYLESHEET } from '../assets/workspace-assets.ts';
import type { View } from '../view.ts';
import type { SignedIn } from '../workspace/signed-in.ts';
import { html, type Html } from './html.ts';
import { ICON, titleOf } from './page.ts';
import { siteFooter } from './site-footer.ts';
import { workspaceHeader } from './workspace-header.ts';

/** What a page of the workspaces says of itself besides its content. */
type WorkspaceHead = {
  readonly title: string;
  /** Addresses of scripts that enhance the page; it works without them. */
  readonly scripts?: readonly string[];
};

/** A page for people at work: whose it is, for whom they act, where they can go, and the way out. */
export function workspacePage(
  view: View & { readonly signedIn?: SignedIn },
  { title, scripts = [] }: WorkspaceHead,
  main: Html,
): Html {
  const { language, say } = view;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${titleOf(view, asTyped(title))}</title>
        <meta name="robots" content="noindex" />
        <link rel="icon" href="${ICON}" />
        <meta name="color-scheme" content="light" />
        <link rel="stylesheet" href="${WORKSPACE_STYLESHEET.path}" />
        ${[WORKSPACE_SCRIPT.path, ...scripts].map((script) => html`<script type="module" src="${script}"></script>`)}
      </head>
      <body>
        <a class="page__skip" href="#main">${say('site.skip')}</a>
        ${workspaceHeader(view)}
        <main class="page__inner page__main" id="main" tabindex="-1">${main}</main>
        ${siteFooter(view)}
      </body>
    </html>`;
}
