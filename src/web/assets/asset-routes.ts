import { Hono } from 'hono';
import type { WebEnv } from '../web-setup.ts';
import { PASSKEY_SCRIPT, WORKSPACE_SCRIPT, WORKSPACE_STYLESHEET } from './workspace-assets.ts';

const ASSETS = [WORKSPACE_STYLESHEET, WORKSPACE_SCRIPT, PASSKEY_SCRIPT];

/** Serves the style sheet and the scripts of the workspaces under addresses that never change their content. */
export function assetRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const { path, type, text } of ASSETS) {
    app.get(path, (c) => {
      c.header('cache-control', 'public, max-age=31536000, immutable');
      return c.body(text, 200, { 'content-type': type });
    });
  }
  return app;
}
