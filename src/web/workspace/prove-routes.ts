import { Hono, type Context } from 'hono';
import { beginCeremony } from '../../app/access/ceremony.ts';
import { listPasskeys } from '../../app/access/list-passkeys.ts';
import { provePresence, provePresenceInDemonstration } from '../../app/access/prove-presence.ts';
import { answerError, viewFor } from '../answer.ts';
import { formToken } from '../guard/form-token.ts';
import { ownOrigin } from '../guard/same-origin.ts';
import { setSessionToken } from '../guard/session-cookie.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import { noteSignInRefused } from '../sign-in/begin-work.ts';
import { requestOptions } from '../sign-in/passkey-options.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from './asking.ts';
import { heldFormIn } from './held-form.ts';
import { provePage } from './prove-page.ts';
import { sendAgainPage } from './send-again-page.ts';

/** The proof that was sent: by passkey, or none for somebody played in the demonstration. */
async function prove(c: Context<WebEnv>, { deps, passkeys }: WebSetup, site: Site) {
  const { session } = signedIn(c);
  if (session.method === 'demonstration' || passkeys === undefined) return provePresenceInDemonstration(deps, session);
  const form = sentForm(c);
  const [ceremony, answer] = [form.get('ceremony') ?? '', form.get('answer') ?? ''];
  return provePresence({ ...deps, passkeys }, session, { ceremony, answer, origin: ownOrigin(c, site.baseUrl) });
}

async function takeProof(c: Context<WebEnv>, setup: WebSetup, site: Site, start: string): Promise<Response> {
  const form = sentForm(c);
  const view = workspaceView(c, site);
  const held = heldFormIn(form);
  const to = workspacePath(form.get('to') ?? undefined, start);
  const token = await prove(c, setup, site);
  if (!token.ok) {
    noteSignInRefused(c, token.error.code);
    return c.html(await provePage(view, { to, held }, view.say('sign-in.passkey.refused')), 403);
  }
  setSessionToken(c, token.value);
  if (held === undefined) return c.redirect(to, 303);
  const csrf = formToken(token.value, view.signedIn.session.organisation?.organisation);
  const proved = { ...view, signedIn: { ...view.signedIn, csrf } };
  return c.html(await sendAgainPage(proved, held, { why: 'proved' }));
}

/** Proving once more who one is, before something that cannot be undone. */
export function proveRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const start = `${prefix}/workspace`;
    app.get(`${start}/prove`, async (c) => {
      const to = workspacePath(c.req.query('to'), start);
      return c.html(await provePage(workspaceView(c, site), { to }));
    });
    app.post(`${start}/prove`, (c) => takeProof(c, setup, site, start));
    app.post(`${start}/prove/options`, async (c) => {
      const { session } = signedIn(c);
      const keys = await listPasskeys(setup.deps, session);
      if (!keys.ok) return answerError(c, viewFor(c, site), { code: 'not_found' });
      const ceremony = await beginCeremony(setup.deps, 'step_up', { session: session.id });
      return c.json(requestOptions(ceremony, ownOrigin(c, site.baseUrl), keys.value));
    });
  }
  return app;
}
