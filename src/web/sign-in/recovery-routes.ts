import { Hono } from 'hono';
import { signInWithRecoveryCode } from '../../app/access/sign-in-with-recovery-code.ts';
import { viewFor } from '../answer.ts';
import { pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm } from '../workspace/asking.ts';
import { answerTooMany, beginWork, browserOf, noteSignInRefused, networkOf } from './begin-work.ts';
import { recoveryPage } from './recovery-page.ts';

/** Signing in with a recovery code after passkeys were lost. */
export function recoveryRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}/sign-in/recovery`, async (c) => c.html(await recoveryPage(viewFor(c, site), { mail: '' })));
    app.post(`${prefix}/sign-in/recovery`, async (c) => {
      const view = viewFor(c, site);
      const form = sentForm(c);
      const [mail, code] = [form.get('mail') ?? '', form.get('code') ?? ''];
      const network = networkOf(c, setup);
      const started = await signInWithRecoveryCode(setup.deps, { mail, code, network, ...browserOf(c) });
      if (started.ok) return beginWork(c, started.value, pathIn(view.language, '/workspace/account'));
      noteSignInRefused(c, started.error.code);
      if (started.error.code === 'too_many_attempts') return answerTooMany(c, site, started.error);
      return c.html(await recoveryPage(view, { mail, refusal: view.say('sign-in.recovery.refused') }), 403);
    });
  }
  return app;
}
