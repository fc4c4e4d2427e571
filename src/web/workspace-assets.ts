import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { textAsset } from './assets/text-asset.ts';
import { sheetOf } from './styles.ts';
import type { WebEnv } from './web-setup.ts';

/** A file pages ask for: its address changes with its content, so that browsers may keep it for good. */
type Asset = { readonly href: string; readonly type: string; readonly text: string };

/** In the order in which later rules may refine earlier ones. */
const SHEETS = [
  'page',
  'demonstration-notice',
  'header',
  'workspace-header',
  'footer',
  'status-banner',
  'stars',
  'section',
  'description-list',
  'data-table',
  'disclosure',
  'notification',
  'timeline',
  'workspace',
  'button',
  'form-field',
  'choice-list',
  'file-field',
  'error-summary',
  'notification-banner',
  'status-tag',
  'task-list',
  'desk',
  'answer-list',
  'file-list',
  'record-table',
  'case-steps',
  'history-list',
  'place',
  'pagination',
  'filter-bar',
  'count-cards',
  'chart',
  'progress-bar',
  'comparison',
  'confirmation',
  'empty-state',
  'office',
  'print',
  'workspace-print',
] as const;

/** In the order in which later ones use earlier ones; together they are one module. */
const SCRIPTS = ['common', 'faults', 'counter', 'autosave', 'upload', 'drop', 'progress', 'start'] as const;

function asset(name: `workspace.${'css' | 'js'}`, text: string): Asset {
  const { path, ...rest } = textAsset(name, text);
  return { href: path, ...rest };
}

/** The one style sheet of signed-in pages. */
export const workspaceStylesheet: Asset = asset('workspace.css', sheetOf(SHEETS));

/** The one script of signed-in pages, a module; they work without it. */
export const workspaceScript: Asset = asset(
  'workspace.js',
  SCRIPTS.map((name) => readFileSync(new URL(`assets/${name}.js`, import.meta.url), 'utf8')).join('\n'),
);

/** Serves the style sheet and the script under addresses that never change their content. */
export function workspaceAssetRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const { href, type, text } of [workspaceStylesheet, workspaceScript]) {
    app.get(href, (c) =>
      c.body(text, 200, { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }),
    );
  }
  return app;
}
