import { Hono, type Context } from 'hono';
import { beginCeremony } from '../../app/access/ceremony.ts';
import { enrolPasskey } from '../../app/access/enrol-passkey.ts';
import { listPasskeys } from '../../app/access/list-passkeys.ts';
import { makeRecoveryCodes } from '../../app/access/make-recovery-codes.ts';
import { removePasskey } from '../../app/access/remove-passkey.ts';
import { ownOrigin } from '../guard/same-origin.ts';
import { setSessionToken } from '../guard/session-cookie.ts';
import { creationOptions } from '../sign-in/passkey-options.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { answerAccount } from './answer-account.ts';
import { sentForm, signedIn, workspaceView } from './asking.ts';
import { codesPage } from './codes-page.ts';

async function enrol(c: Context<WebEnv>, setup: WebSetup, site: Site, account: string): Promise<Response> {
  const { deps, passkeys } = setup;
  if (passkeys === undefined) return answerAccount(c, setup, site);
  const form = sentForm(c);
  const field = (name: string): string => form.get(name) ?? '';
  const answer = { ceremony: field('ceremony'), answer: field('answer'), name: field('name') };
  const origin = ownOrigin(c, site.baseUrl);
  const token = await enrolPasskey({ ...deps, passkeys }, signedIn(c).session, { ...answer, origin });
  if (!token.ok) return answerAccount(c, setup, site, token.error.code);
  setSessionToken(c, token.value);
  return c.redirect(account, 303);
}

async function askForEnrolment(c: Context<WebEnv>, setup: WebSetup, site: Site): Promise<Response> {
  const { session } = signedIn(c);
  const keys = await listPasskeys(setup.deps, session);
  if (!keys.ok || !session.maySetUp) return c.json({ code: 'proof_too_old' }, 403);
  const ceremony = await beginCeremony(setup.deps, 'passkey_enrolment', { session: session.id });
  const name = workspaceView(c, site).say('site.register');
  const whose = { person: session.person, site: name, keys: keys.value };
  return c.json(creationOptions(ceremony, ownOrigin(c, site.baseUrl), whose));
}

/** Enrolling and removing one's passkeys, and making recovery codes. */
export function passkeyRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const { deps } = setup;
  for (const prefix of ['', '/en']) {
    const account = `${prefix}/workspace/account`;
    app.post(`${account}/passkeys/options`, (c) => askForEnrolment(c, setup, site));
    app.post(`${account}/passkeys`, (c) => enrol(c, setup, site, account));
    app.post(`${account}/passkeys/remove`, async (c) => {
      const removed = await removePasskey(deps, signedIn(c).session, sentForm(c).get('id') ?? '');
      return removed.ok ? c.redirect(account, 303) : answerAccount(c, setup, site, removed.error.code);
    });
    app.post(`${account}/recovery-codes`, async (c) => {
      const codes = await makeRecoveryCodes(deps, signedIn(c).session);
      if (!codes.ok) return answerAccount(c, setup, site, codes.error.code);
      return c.html(await codesPage(workspaceView(c, site), codes.value));
    });
  }
  return app;
}
