import { Hono } from 'hono';
import { acceptInvitation } from '../../app/access/accept-invitation.ts';
import { answerError, viewFor } from '../answer.ts';
import { pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { answerTooMany, beginWork, browserOf, noteSignInRefused, networkOf } from './begin-work.ts';
import { invitationPage } from './invitation-page.ts';

/** Setting up one's sign-in by the link one was sent. */
export function invitationRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/sign-in/invitation/:secret{[A-Za-z0-9_-]{43}}`, async (c) =>
      c.html(await invitationPage(viewFor(c, site), c.req.param('secret'))),
    );
    app.post(`${prefix}/sign-in/invitation`, async (c) => {
      const view = viewFor(c, site);
      const secret = sentForm(c).get('secret') ?? '';
      const accepted = await acceptInvitation(setup.deps, { secret, network: networkOf(c, setup), ...browserOf(c) });
      if (accepted.ok) return beginWork(c, accepted.value, pathIn(view.language, '/workspace/account'));
      noteSignInRefused(c, accepted.error.code);
      if (accepted.error.code === 'too_many_attempts') return answerTooMany(c, site, accepted.error);
      return answerError(c, view, { code: 'invitation_unusable' });
    });
  }
  return app;
}
