import { Hono } from 'hono';
import type { WebEnv } from '../web-setup.ts';
import { PASSKEY_SCRIPT } from './passkey-script.ts';
import type { TextAsset } from './text-asset.ts';

const ASSETS: readonly TextAsset[] = [PASSKEY_SCRIPT];

/** The style sheet and scripts of the workspaces. */
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
