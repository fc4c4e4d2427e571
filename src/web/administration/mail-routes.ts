import { Hono, type Context } from 'hono';
import { listAllMails, listOwnMails } from '../../app/mail/list-mails.ts';
import { hasRoleFor } from '../../core/access/permissions.ts';
import { answerError, viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { workspaceView } from '../workspace/asking.ts';
import { LISTED_MAILS, mailsPage } from './mails-page.ts';

async function showMails(
  c: Context<WebEnv>,
  { deps, site }: { readonly deps: WebSetup['deps']; readonly site: Site },
): Promise<Response> {
  const view = workspaceView(c, site);
  const { actor } = view.signedIn;
  if (hasRoleFor('mail.list', actor.roles)) {
    const all = await listAllMails(deps, actor, LISTED_MAILS);
    if (all.ok) return c.html(await mailsPage(view, all.value));
  }
  const own = await listOwnMails(deps, actor, LISTED_MAILS);
  if (!own.ok) return answerError(c, viewFor(c, site), { code: 'not_found' });
  return c.html(await mailsPage(view, { mails: own.value }));
}

/** The mails that were written: everybody's to administrators, their own to everybody else. */
export function mailRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  for (const prefix of ['', '/en']) app.get(`${prefix}/workspace/mails`, (c) => showMails(c, { deps, site }));
  return app;
}
