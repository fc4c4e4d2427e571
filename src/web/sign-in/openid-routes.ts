import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { answeredChallenge, beginCeremony } from '../../app/access/ceremony.ts';
import { signInWithOpenid } from '../../app/access/sign-in-with-openid.ts';
import { takeAttempt } from '../../app/access/take-attempt.ts';
import type { OpenidProvider, OpenidSecrets } from '../../app/ports.ts';
import { languageOfPath } from '../language.ts';
import { viewOf, type Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import { answerTooMany, beginWork, browserOf, noteSignInRefused, networkOf } from './begin-work.ts';
import { refusedPage } from './refused-page.ts';

/** Ties the answer of the provider to the browser that was sent there. Lax: it comes back from another site. */
const NAME = '__Host-shirushi-begun';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: 600 } as const;

type Begun = OpenidSecrets & { readonly to: string };
type Asked = { readonly c: Context<WebEnv>; readonly setup: WebSetup; readonly site: Site };

/** Why it came to nothing, in the language the person began in. */
async function refuse({ c, site }: Pick<Asked, 'c' | 'site'>, code: string, to: string): Promise<Response> {
  noteSignInRefused(c, code);
  const view = viewOf(site, to.startsWith('/en/') ? 'en' : 'ja', '/sign-in');
  return c.html(await refusedPage(view, code), 403);
}

async function sendAway({ c, setup, site }: Asked, openid: OpenidProvider, start: string): Promise<Response> {
  const taken = await takeAttempt(setup.deps, 'sign_in', networkOf(c, setup));
  if (!taken.ok) return answerTooMany(c, site, taken.error);
  const { ids } = setup.deps;
  const to = workspacePath(c.req.query('to'), start);
  const begun: Begun = { state: ids.secret(), nonce: ids.secret(), verifier: ids.secret(), to };
  const address = await openid.begin(begun);
  if (!address.ok) return refuse({ c, site }, address.error.code, to);
  const { token } = await beginCeremony(setup.deps, 'openid', { challenge: JSON.stringify(begun) });
  setCookie(c, NAME, token, ATTRIBUTES);
  return c.redirect(address.value, 303);
}

async function takeAnswer(asked: Asked, openid: OpenidProvider): Promise<Response> {
  const { c, setup } = asked;
  const challenge = await answeredChallenge(setup.deps, getCookie(c, NAME) ?? '', { kind: 'openid' });
  deleteCookie(c, NAME, ATTRIBUTES);
  if (challenge === undefined) return refuse(asked, 'openid_not_believed', '');
  const begun = JSON.parse(challenge) as Begun;
  const account = await openid.finish(new URL(c.req.url).search, begun);
  if (!account.ok) return refuse(asked, account.error.code, begun.to);
  const started = await signInWithOpenid(setup.deps, account.value, {
    ...browserOf(c),
    language: languageOfPath(begun.to),
  });
  return started.ok ? beginWork(c, started.value, begun.to) : refuse(asked, started.error.code, begun.to);
}

/** Signing in with an account at an OpenID provider, where one is configured. */
export function openidRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const { openid } = setup;
  if (openid === undefined) return app;
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/sign-in/openid`, (c) => sendAway({ c, setup, site }, openid, `${prefix}/workspace`));
  }
  app.get('/sign-in/openid/callback', (c) => takeAnswer({ c, setup, site }, openid));
  return app;
}
