import type { Context } from 'hono';
import { noteSecurity } from '../guard/security-log.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import { pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { signedIn, workspaceView } from './asking.ts';
import { provePage } from './prove-page.ts';

/**
 * Asks for a fresh proof by passkey before an act that cannot be undone: grant, suspension, revocation (ASVS 5.0, 7.5.3).
 * Undefined lets the act go on; otherwise answer with the page, in which the form that was sent waits.
 */
export async function requireFresh(c: Context<WebEnv>, site: Site): Promise<Response | undefined> {
  if (signedIn(c).session.isFresh) return undefined;
  noteSecurity(c, { event: 'proof_asked' });
  const view = workspaceView(c, site);
  const url = new URL(c.req.url);
  const fields = c.get('form');
  const held = fields === undefined ? undefined : { path: url.pathname + url.search, fields };
  const to = workspacePath(url.pathname + url.search, pathIn(view.language, '/workspace'));
  return c.html(await provePage(view, { to, held }), 403);
}
