import { Hono, type Context } from 'hono';
import { chooseLanguage } from '../../app/access/choose-language.ts';
import { endOtherSessions, endSession } from '../../app/access/end-session.ts';
import { parseId, type SessionId } from '../../core/kernel/ids.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { answerError, viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { answerAccount } from './answer-account.ts';
import { sentForm, signedIn } from './asking.ts';
import { requireFresh } from './require-fresh.ts';

/** Somebody's own account: where they are signed in. */
export function accountRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  /** Whoever found a session open shall not shut its person out with it; those without a passkey here cannot be asked. */
  const askProof = async (c: Context<WebEnv>) =>
    signedIn(c).session.means.passkeys > 0 ? requireFresh(c, site) : undefined;
  const absent = (c: Context<WebEnv>) => answerError(c, viewFor(c, site), { code: 'not_found' });
  for (const prefix of ['', '/en']) {
    const account = `${prefix}/workspace/account`;
    app.get(account, (c) => answerAccount(c, setup, site));
    app.post(`${account}/language`, async (c) => {
      const language = LANGUAGES.find((known) => known === sentForm(c).get('language'));
      const chosen = language && (await chooseLanguage(deps, signedIn(c).session, language));
      return chosen?.ok === true ? c.redirect(`${account}?done=language`, 303) : absent(c);
    });
    app.post(`${account}/sessions/end-others`, async (c) => {
      const asked = await askProof(c);
      if (asked !== undefined) return asked;
      const ended = await endOtherSessions(deps, signedIn(c).session);
      return ended.ok ? c.redirect(account, 303) : absent(c);
    });
    app.post(`${account}/sessions/:id/end`, async (c) => {
      const asked = await askProof(c);
      if (asked !== undefined) return asked;
      const id = parseId<SessionId>(c.req.param('id'));
      const ended = id.ok ? await endSession(deps, signedIn(c).session, id.value) : id;
      return ended.ok ? c.redirect(account, 303) : absent(c);
    });
  }
  return app;
}
