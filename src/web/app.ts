import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { Registry } from 'prom-client';
import { unavailability } from '../app/unavailability.ts';
import { answerError, viewFor } from './answer.ts';
import { assetRoutes } from './assets/asset-routes.ts';
import { copiedRoutes } from './copied/copied-routes.ts';
import { browseRoutes } from './browse/browse-routes.ts';
import { compareRoutes } from './compare/compare-routes.ts';
import { credentialRoutes } from './credential/credential-routes.ts';
import { declarationRoutes } from './declaration/declaration-routes.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { answerInTime } from './guard/answer-in-time.ts';
import { refusalOf } from './guard/request-limits.ts';
import { requestLog, routeOf } from './guard/request-log.ts';
import { RETAINED_HEADERS } from './guard/retained-headers.ts';
import { securityHeaders } from './guard/security-headers.ts';
import { homeRoutes } from './home/home-routes.ts';
import { labelRoutes } from './label/label-routes.ts';
import { verifyRoutes } from './verify/verify-routes.ts';
import { logRoutes } from './log/log-routes.ts';
import { withoutLanguage } from './language.ts';
import { operationRoutes } from './operations/operation-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { readStyles } from './styles.ts';
import type { Site } from './view.ts';
import type { WebEnv, WebSetup } from './web-setup.ts';
import { subscriptionRoutes } from './subscription/subscription-routes.ts';
import { workspaceRoutes } from './workspace/workspace-routes.ts';
import { partsRoutes } from './workspace/parts-routes.ts';

/** Milliseconds a reader waits for a page at most: longer than any page takes on a busy server. */
const PATIENCE = 6000;

type Counted = WebSetup & { readonly metrics: Registry };

function addGuards(app: Hono<WebEnv>, setup: Counted, site: Site): void {
  app.use(requestLog(setup));
  app.use(compress());
  app.use(securityHeaders(site.styles, site.baseUrl));
  app.use(async (c, next) => {
    const code = refusalOf(c);
    return code === undefined ? next() : answerError(c, viewFor(c, site), { code });
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const answer = await answerError(c, viewFor(c, site), { code: 'method_not_allowed' });
        answer.headers.set('allow', methods.join(', '));
        return answer;
      },
    }),
  );
  const validated = etag({ weak: true, retainedHeaders: [...RETAINED_HEADERS] });
  // Pages of people at work are stored nowhere (`no-store`): nobody ever asks whether they have changed.
  app.use((c, next) => (withoutLanguage(c.req.path).startsWith('/workspace') ? next() : validated(c, next)));
  // The embedded database runs in this process: while it works nothing is answered anyway, and it does not hang.
  if (setup.deps.db.kind === 'embedded') return;
  app.use(
    answerInTime(setup.patience ?? PATIENCE, (c) => {
      setup.log.error({ trouble: 'no_answer', route: routeOf(c) }, 'the database does not answer');
      return answerError(c, viewFor(c, site), { code: 'unavailable' });
    }),
  );
}

/**
 * The pages the public sees, and those of people at work. Other faces may be mounted on the result before the first
 * request; what nobody answers is "not found" here, and a thrown bug is recorded once under the number the reader is
 * given.
 */
export function webApp(given: WebSetup): Hono<WebEnv> {
  const setup: Counted = { ...given, metrics: given.metrics ?? new Registry() };
  const { deps, log } = setup;
  const { isDemonstration = false, sendsMail = true, copied } = setup;
  const styles = readStyles();
  const { baseUrl } = deps;
  const site: Site = { scheme: deps.scheme.scheme, baseUrl, styles, isDemonstration, sendsMail, copied };
  const app = new Hono<WebEnv>();
  addGuards(app, setup, site);
  app.notFound((c) => answerError(c, viewFor(c, site), { code: 'not_found' }));
  app.onError((error, c) => {
    const trouble = unavailability(error);
    if (trouble !== undefined) {
      log.error({ trouble, route: routeOf(c), err: error }, 'the database does not answer');
      return answerError(c, viewFor(c, site), { code: 'unavailable' });
    }
    const incident = c.get('requestId');
    log.error({ incident, route: routeOf(c), err: error }, 'a bug was thrown');
    return answerError(c, viewFor(c, site), { code: 'internal', incident });
  });
  app.route('/', operationRoutes(setup, site));
  app.route('/', assetRoutes());
  app.route('/', partsRoutes(site));
  app.route('/', homeRoutes(setup, site));
  app.route('/', copied === undefined ? searchRoutes(setup, site) : copiedRoutes(site));
  app.route('/', browseRoutes(setup, site));
  app.route('/', compareRoutes(setup, site));
  app.route('/', declarationRoutes(setup, site));
  app.route('/', feedRoutes(setup, site));
  app.route('/', labelRoutes(setup, site));
  app.route('/', credentialRoutes(setup, site));
  app.route('/', logRoutes(setup, site));
  app.route('/', subscriptionRoutes(setup, site));
  app.route('/', verifyRoutes(setup, site));
  app.route('/', signInRoutes(setup, site));
  app.route('/', workspaceRoutes(setup, site));
  return app;
}
