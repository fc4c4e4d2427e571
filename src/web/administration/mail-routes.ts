import { Hono, type Context } from 'hono';
import { listAllMails, listOwnMails } from '../../app/mail/list-mails.ts';
import { askToSend } from '../../app/mail/ask-to-send.ts';
import { hasRoleFor } from '../../core/access/permissions.ts';
import { ok } from '../../core/kernel/result.ts';
import { answerError, viewFor } from '../answer.ts';
import { pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, workspaceView } from '../workspace/asking.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { LISTED_MAILS, MAILS_DONE, mailsPage } from './mails-page.ts';

const PLACE = '/workspace/mails';

async function showMails(
  c: Context<WebEnv>,
  { deps, site }: { readonly deps: WebSetup['deps']; readonly site: Site },
): Promise<Response> {
  const view = workspaceView(c, site);
  const { actor } = view.signedIn;
  if (hasRoleFor('mail.list', actor.roles)) {
    const all = await listAllMails(deps, actor, LISTED_MAILS);
    const told = { key: deps.ids.uuid(), done: MAILS_DONE.find((done) => done === c.req.query('done')) };
    if (all.ok) return c.html(await mailsPage(view, all.value, told));
  }
  const own = await listOwnMails(deps, actor, LISTED_MAILS);
  if (!own.ok) return answerError(c, viewFor(c, site), { code: 'not_found' });
  return c.html(await mailsPage(view, { mails: own.value }));
}

/** Has what waits sent at once, however often the form is sent. */
async function send(
  c: Context<WebEnv>,
  { deps, site }: { readonly deps: WebSetup['deps']; readonly site: Site },
): Promise<Response> {
  const { language, signedIn } = workspaceView(c, site);
  const place = pathIn(language, PLACE);
  const led = await sendFormOnce(deps, signedIn.actor, sentForm(c), async () => {
    const asked = await askToSend(deps, signedIn.actor);
    if (asked.ok) return ok(`${place}?done=asked`);
    return asked.error.code === 'no_mail_waits' ? ok(`${place}?done=none-waits`) : asked;
  });
  return led.ok ? c.redirect(led.value, 303) : answerError(c, viewFor(c, site), { code: 'not_found' });
}

/** The mails that were written: everybody's to administrators, their own to everybody else. */
export function mailRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) {
    app.get(`${prefix}${PLACE}`, (c) => showMails(c, { deps, site }));
    app.post(`${prefix}${PLACE}/send`, (c) => send(c, { deps, site }));
  }
  return app;
}
