import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { findCredential } from '../../app/credential/find-credential.ts';
import { readIssuer, readIssuerKeySet } from '../../app/credential/read-issuer.ts';
import { readStatusList, STATUS_FRESH_SECONDS } from '../../app/credential/read-status-list.ts';
import { CREDENTIAL_MEDIA_TYPE, STATUS_PURPOSES } from '../../formats/credential/credential-names.ts';
import { labelContext } from '../../formats/credential/label-context.ts';
import { answerError, viewFor } from '../answer.ts';
import { labelAt } from '../label/label-routes.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';

/** Any site may read it. */
const SHARED = cors({ origin: '*', allowMethods: ['GET', 'HEAD'] });

const CREDENTIAL = { 'content-type': CREDENTIAL_MEDIA_TYPE } as const;

/** What others read for themselves, kept for so many seconds. */
function open(c: Context<WebEnv>, seconds: number): void {
  c.header('cache-control', seconds === 0 ? 'no-cache' : `public, max-age=${String(seconds)}`);
  c.header('cross-origin-resource-policy', 'cross-origin');
}

/** The label's credential as a file that is verified without asking us. */
function addCredentials(app: Hono<WebEnv>, { deps }: WebSetup, site: Site): void {
  app.get('/labels/:typed/credential', SHARED, async (c) => {
    const canonical = (number: string): string => `/labels/${number}/credential`;
    const label = await labelAt(c, { deps, site }, { typed: c.req.param('typed'), canonical });
    if (label instanceof Response) return label;
    const { number } = label.record;
    const credential = await findCredential(deps, number);
    if (credential === undefined) return answerError(c, viewFor(c, site), { code: 'not_signed_yet' });
    open(c, 0);
    const disposition = `inline; filename="${encodeURIComponent(number)}.vc.jwt"`;
    return c.body(credential, 200, { ...CREDENTIAL, 'content-disposition': disposition });
  });
}

function addStatusLists(app: Hono<WebEnv>, { deps, log }: WebSetup, site: Site): void {
  app.get('/status/:purpose/:list', SHARED, async (c) => {
    const purpose = STATUS_PURPOSES.find((known) => known === c.req.param('purpose'));
    const list = c.req.param('list');
    const isNumber = /^(0|[1-9]\d{0,8})$/.test(list);
    const found = purpose && isNumber ? await readStatusList(deps, purpose, Number(list)) : undefined;
    if (found === undefined) return answerError(c, viewFor(c, site), { code: 'not_found' });
    if (!found.ok) {
      log.error({ trouble: found.error.code, cause: found.error.cause }, 'a status list cannot be signed');
      return answerError(c, viewFor(c, site), { code: 'not_signed_yet' });
    }
    open(c, STATUS_FRESH_SECONDS);
    return c.body(found.value, 200, CREDENTIAL);
  });
}

/** What makes labels credentials: theirs, the issuer with its keys, what their terms mean, and the status lists. */
export function credentialRoutes(setup: WebSetup, site: Site): Hono<WebEnv> {
  const { deps } = setup;
  const app = new Hono<WebEnv>();
  addCredentials(app, setup, site);
  addStatusLists(app, setup, site);
  app.get('/issuer', SHARED, async (c) => {
    open(c, 0);
    return c.body(JSON.stringify(await readIssuer(deps)), 200, { 'content-type': 'application/cid' });
  });
  app.get('/.well-known/jwks.json', SHARED, async (c) => {
    open(c, 0);
    return c.body(JSON.stringify(await readIssuerKeySet(deps)), 200, { 'content-type': 'application/jwk-set+json' });
  });
  app.get('/credentials/v1', SHARED, (c) => {
    open(c, 86_400);
    return c.body(JSON.stringify(labelContext(site.baseUrl)), 200, { 'content-type': 'application/ld+json' });
  });
  return app;
}
