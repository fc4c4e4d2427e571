import { Hono, type Context } from 'hono';
import { findSession } from '../../app/access/find-session.ts';
import { listPlayablePeople } from '../../app/access/list-playable-people.ts';
import { signInForDemonstration } from '../../app/access/sign-in-for-demonstration.ts';
import { takeAttempt } from '../../app/access/take-attempt.ts';
import { answerError, viewFor } from '../answer.ts';
import { clientAddress, clientNetwork, isFromThisMachine } from '../guard/client-address.ts';
import { sessionToken, setSessionToken } from '../guard/session-cookie.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { workspaceHeaders } from '../workspace/workspace-headers.ts';
import { signInGuard } from './sign-in-guard.ts';
import { signInPage } from './sign-in-page.ts';

/** Passkeys belong to a name, never to a number: on this machine the name is `localhost`. */
function byName(c: Context<WebEnv>): string | undefined {
  const url = new URL(c.req.url);
  if (url.hostname !== '127.0.0.1' && url.hostname !== '[::1]') return undefined;
  return `http://localhost:${url.port}${url.pathname}${url.search}`;
}

/** Whether invented people may be played: in the demonstration, by somebody at this machine. */
function mayPlay(c: Context<WebEnv>, setup: WebSetup): boolean {
  return setup.isDemonstration === true && isFromThisMachine(c, setup.trustedProxies);
}

async function showSignIn(c: Context<WebEnv>, setup: WebSetup, site: Site, start: string): Promise<Response> {
  const elsewhere = byName(c);
  if (elsewhere !== undefined) return c.redirect(elsewhere, 302);
  const to = workspacePath(c.req.query('to'), start);
  const people = mayPlay(c, setup) ? await listPlayablePeople(setup.deps) : [];
  const token = sessionToken(c);
  const isSignedIn = token !== undefined && (await findSession(setup.deps, token)).ok;
  if (isSignedIn && people.length === 0) return c.redirect(to, 303);
  return c.html(await signInPage(viewFor(c, site), { to, people }));
}

async function playSomebody(c: Context<WebEnv>, setup: WebSetup, site: Site, start: string): Promise<Response> {
  const { deps, trustedProxies } = setup;
  if (!mayPlay(c, setup)) return answerError(c, viewFor(c, site), { code: 'not_found' });
  const taken = await takeAttempt(deps, 'sign_in', clientNetwork(clientAddress(c, trustedProxies)));
  if (!taken.ok) {
    const { seconds } = taken.error;
    c.header('retry-after', String(seconds));
    return answerError(c, viewFor(c, site), { code: 'too_many_attempts', params: { seconds } });
  }
  const form = sentForm(c);
  const started = await signInForDemonstration(deps, {
    mail: form.get('mail') ?? '',
    userAgent: c.req.header('user-agent') ?? '',
    replacing: sessionToken(c),
  });
  if (!started.ok) return answerError(c, viewFor(c, site), { code: 'no_role' });
  setSessionToken(c, started.value.token);
  return c.redirect(workspacePath(form.get('to') ?? undefined, start), 303);
}

/** Signing in. */
export function signInRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    const start = `${prefix}/workspace`;
    app.use(`${prefix}/sign-in/*`, workspaceHeaders(site), signInGuard(site));
    app.get(`${prefix}/sign-in`, (c) => showSignIn(c, setup, site, start));
    app.post(`${prefix}/sign-in/demonstration`, (c) => playSomebody(c, setup, site, start));
  }
  return app;
}
