import { Hono, type Context } from 'hono';
import { beginCeremony } from '../../app/access/ceremony.ts';
import { findSession } from '../../app/access/find-session.ts';
import { listPlayablePeople } from '../../app/access/list-playable-people.ts';
import { signInForDemonstration } from '../../app/access/sign-in-for-demonstration.ts';
import { signInWithPasskey } from '../../app/access/sign-in-with-passkey.ts';
import { takeAttempt } from '../../app/access/take-attempt.ts';
import { answerError, viewFor } from '../answer.ts';
import { isFromThisMachine } from '../guard/client-address.ts';
import { ownOrigin } from '../guard/same-origin.ts';
import { sessionToken } from '../guard/session-cookie.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { workspaceHeaders } from '../workspace/workspace-headers.ts';
import { answerTooMany, beginWork, browserOf, noteSignInRefused, networkOf } from './begin-work.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { openidRoutes } from './openid-routes.ts';
import { requestOptions } from './passkey-options.ts';
import { recoveryRoutes } from './recovery-routes.ts';
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

type Asked = { readonly c: Context<WebEnv>; readonly setup: WebSetup; readonly site: Site };

async function offer({ c, setup, site }: Asked, to: string, refusal?: string): Promise<Response> {
  const people = mayPlay(c, setup) ? await listPlayablePeople(setup.deps) : [];
  const [hasPasskeys, hasOpenid] = [setup.passkeys !== undefined, setup.openid !== undefined];
  const page = await signInPage(viewFor(c, site), { to, people, hasPasskeys, hasOpenid, refusal });
  return c.html(page, refusal === undefined ? 200 : 403);
}

async function showSignIn(asked: Asked, start: string): Promise<Response> {
  const { c, setup } = asked;
  const elsewhere = byName(c);
  if (elsewhere !== undefined) return c.redirect(elsewhere, 302);
  const to = workspacePath(c.req.query('to'), start);
  const token = sessionToken(c);
  const isSignedIn = token !== undefined && (await findSession(setup.deps, token)).ok;
  return isSignedIn && !mayPlay(c, setup) ? c.redirect(to, 303) : offer(asked, to);
}

async function playSomebody({ c, setup, site }: Asked): Promise<Response> {
  const { deps } = setup;
  if (!mayPlay(c, setup)) return answerError(c, viewFor(c, site), { code: 'not_found' });
  const taken = await takeAttempt(deps, 'sign_in', networkOf(c, setup));
  if (!taken.ok) return answerTooMany(c, site, taken.error);
  const form = sentForm(c);
  const started = await signInForDemonstration(deps, { mail: form.get('mail') ?? '', ...browserOf(c) });
  if (!started.ok) return answerError(c, viewFor(c, site), { code: 'no_role' });
  return beginWork(c, started.value, form.get('to') ?? undefined);
}

async function askForPasskey({ c, setup, site }: Asked): Promise<Response> {
  const taken = await takeAttempt(setup.deps, 'sign_in', networkOf(c, setup));
  if (!taken.ok) return answerTooMany(c, site, taken.error);
  const ceremony = await beginCeremony(setup.deps, 'passkey_sign_in');
  return c.json(requestOptions(ceremony, ownOrigin(c, site.baseUrl)));
}

async function takePasskey(asked: Asked, passkeys: NonNullable<WebSetup['passkeys']>, start: string) {
  const { c, setup, site } = asked;
  const form = sentForm(c);
  const started = await signInWithPasskey(
    { ...setup.deps, passkeys },
    {
      ceremony: form.get('ceremony') ?? '',
      answer: form.get('answer') ?? '',
      origin: ownOrigin(c, site.baseUrl),
      ...browserOf(c),
    },
  );
  if (started.ok) return beginWork(c, started.value, form.get('to') ?? undefined);
  noteSignInRefused(c, started.error.code);
  const to = workspacePath(form.get('to') ?? undefined, start);
  return offer(asked, to, viewFor(c, site).say('sign-in.passkey.refused'));
}

/** Signing in: by passkey, recovery code, invitation, and in the demonstration by choosing whom to play. */
export function signInRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const { passkeys } = setup;
  for (const prefix of ['', '/en']) {
    const start = `${prefix}/workspace`;
    app.use(`${prefix}/sign-in/*`, workspaceHeaders(site), signInGuard(site));
    app.get(`${prefix}/sign-in`, (c) => showSignIn({ c, setup, site }, start));
    app.post(`${prefix}/sign-in/demonstration`, (c) => playSomebody({ c, setup, site }));
    if (passkeys === undefined) continue;
    app.post(`${prefix}/sign-in/passkey/options`, (c) => askForPasskey({ c, setup, site }));
    app.post(`${prefix}/sign-in/passkey`, (c) => takePasskey({ c, setup, site }, passkeys, start));
  }
  app.route('/', invitationRoutes(setup, site));
  app.route('/', recoveryRoutes(setup, site));
  app.route('/', openidRoutes(setup, site));
  return app;
}
