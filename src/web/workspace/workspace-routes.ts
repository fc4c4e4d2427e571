import { Hono, type MiddlewareHandler } from 'hono';
import { chooseOrganisation } from '../../app/access/choose-organisation.ts';
import { endSession } from '../../app/access/end-session.ts';
import { findEndedMandate } from '../../app/parties/find-ended-mandate.ts';
import { parseId, type OrganisationId } from '../../core/kernel/ids.ts';
import { answerError, viewFor } from '../answer.ts';
import { noteSecurity } from '../guard/security-log.ts';
import { clearSessionToken } from '../guard/session-cookie.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import { officeRoutes } from '../office/office-routes.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { accountRoutes } from './account-routes.ts';
import { deskRoutes } from '../desk/desk-routes.ts';
import { administrationRoutes } from '../administration/administration-routes.ts';
import { mailRoutes } from '../administration/mail-routes.ts';
import { mandateRoutes } from '../mandates/mandate-routes.ts';
import { sentForm, signedIn, workspaceView } from './asking.ts';
import { organisationPage } from './organisation-page.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { proveRoutes } from './prove-routes.ts';
import { startPage } from './start-page.ts';
import { workspaceGuard } from './workspace-guard.ts';
import { workspaceHeaders } from './workspace-headers.ts';

function addPages(app: Hono<WebEnv>, { deps }: Pick<WebSetup, 'deps'>, site: Site, prefix: '' | '/en'): void {
  const start = `${prefix}/workspace`;
  app.get(start, async (c) => c.html(await startPage(workspaceView(c, site))));
  app.get(`${start}/organisation`, async (c) => {
    const to = workspacePath(c.req.query('to'), start);
    return c.html(await organisationPage(workspaceView(c, site), to));
  });
  app.post(`${start}/organisation`, async (c) => {
    const form = sentForm(c);
    const organisation = parseId<OrganisationId>(form.get('organisation') ?? '');
    const chosen = organisation.ok
      ? await chooseOrganisation(deps, signedIn(c).session, organisation.value)
      : organisation;
    if (!chosen.ok) return answerError(c, viewFor(c, site), { code: 'not_found' });
    return c.redirect(workspacePath(form.get('to') ?? undefined, start), 303);
  });
  app.post(`${start}/sign-out`, async (c) => {
    const { session } = signedIn(c);
    await endSession(deps, session, session.id);
    clearSessionToken(c);
    noteSecurity(c, { event: 'signed_out' });
    // what this browser keeps of what was read while signed in (ASVS 5.0, 14.3.1)
    c.header('clear-site-data', '"cache", "storage"');
    return c.redirect(`${prefix}/sign-in`, 303);
  });
}

/** Lets a page that finds nothing look whether a mandate once led there. */
function offerEndedMandate({ deps }: Pick<WebSetup, 'deps'>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    const { actor } = signedIn(c);
    c.set('findEndedMandate', () => findEndedMandate(deps, actor, c.req.param('number') ?? ''));
    await next();
  };
}

/** Everything people do when signed in. Further desks are mounted on the result: all of it stands behind the guard. */
export function workspaceRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const guard = workspaceGuard(setup, site);
  for (const prefix of ['', '/en'] as const) {
    app.use(`${prefix}/workspace/*`, workspaceHeaders(site), guard);
    app.use(`${prefix}/workspace/cases/:number/*`, offerEndedMandate(setup));
    addPages(app, setup, site, prefix);
  }
  app.route('/', accountRoutes(setup, site));
  app.route('/', officeRoutes(setup, site));
  app.route('/', deskRoutes(setup, site));
  app.route('/', mandateRoutes(setup, site));
  app.route('/', mailRoutes(setup, site));
  app.route('/', administrationRoutes(setup, site));
  app.route('/', passkeyRoutes(setup, site));
  app.route('/', proveRoutes(setup, site));
  return app;
}
