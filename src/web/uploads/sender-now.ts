import type { Context } from 'hono';
import type { Deps } from '../../app/ports.ts';
import { noteSecurity } from '../guard/security-log.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { holdForSignIn } from '../workspace/hold-form.ts';
import { sendAgainPage } from '../workspace/send-again-page.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { stillSignedIn } from '../workspace/still-signed-in.ts';
import type { SentFiles } from './read-sent.ts';

/**
 * The view of whoever sent a form, with what they may do now that all of it is there: files may take an hour to arrive. A
 * form of another session, or whose session has ended meanwhile, is answered by the page on which its fields wait.
 */
export async function senderNow(
  c: Context<WebEnv>,
  { deps, site }: { readonly deps: Deps; readonly site: Site },
  view: WorkspaceView,
  sent: SentFiles,
): Promise<WorkspaceView | Response> {
  const url = new URL(c.req.url);
  const held = { path: url.pathname + url.search, fields: sent.form, hasLostFiles: true };
  if (sent.isStale) {
    noteSecurity(c, { event: 'stale_form' });
    return c.html(await sendAgainPage(view, held, { why: 'other-session' }), 403);
  }
  const signedIn = c.get('form') === undefined ? await stillSignedIn(c, deps) : view.signedIn;
  return signedIn === undefined ? holdForSignIn({ c, site }, held) : { ...view, signedIn };
}
