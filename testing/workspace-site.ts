import { pino } from 'pino';
import { Registry } from 'prom-client';
import { webauthnPasskeys } from '../src/adapters/webauthn-passkeys.ts';
import { signInForDemonstration } from '../src/app/access/sign-in-for-demonstration.ts';
import type { Database } from '../src/db/database.ts';
import { webApp } from '../src/web/app.ts';
import type { WebSetup } from '../src/web/web-setup.ts';
import { aWorld, okOf, type PersonName, type World } from './builders/world.ts';

/** The origin of the pages as tests ask for them. */
export const SITE_ORIGIN = 'http://localhost';

/** A browser of somebody signed in, as far as tests need one. */
export type Visitor = {
  /** The session's token, as the cookie holds it. */
  readonly token: string;
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends a form from our own page, with the token of the session unless the fields hold another. */
  readonly post: (path: string, fields?: Readonly<Record<string, string>>, init?: RequestInit) => Promise<Response>;
  /** The token forms carry now. */
  readonly csrf: () => Promise<string>;
};

/** The pages of people at work over a world of their own. */
export type WorkspaceSite = {
  readonly world: World;
  readonly app: ReturnType<typeof webApp>;
  /** Asks without signing in. */
  readonly ask: (path: string, init?: RequestInit & { readonly from?: string }) => Promise<Response>;
  readonly signIn: (name: PersonName) => Promise<Visitor>;
  /** A browser that holds this token. */
  readonly visitor: (token: string) => Visitor;
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The header in which a browser sends the session's token. */
export function cookieOf(token: string): Readonly<Record<'cookie', string>> {
  return { cookie: `__Host-shirushi=${token}` };
}

/** Opens the pages on a database. */
export async function aWorkspaceSite(db: Database, setup: Partial<WebSetup> = {}): Promise<WorkspaceSite> {
  const world = await aWorld(db);
  const log = pino({ level: 'silent' });
  const limit = { burst: 100_000, perSecond: 1000 };
  const workspaceLimits = { person: limit, network: limit };
  const app = webApp({
    deps: world.deps,
    log,
    metrics: new Registry(),
    passkeys: webauthnPasskeys,
    workspaceLimits,
    ...setup,
  });
  const ask: WorkspaceSite['ask'] = async (path, { from = '127.0.0.1', ...init } = {}) =>
    app.request(path, init, { incoming: { socket: { remoteAddress: from } } });
  const visitor = (token: string): Visitor => {
    const get: Visitor['get'] = (path, { headers, ...init } = {}) =>
      ask(path, { ...init, headers: { ...cookieOf(token), ...(headers as Record<string, string> | undefined) } });
    const csrf = async (): Promise<string> => {
      const page = await (await get('/workspace/account')).text();
      return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    };
    return {
      token,
      get,
      csrf,
      post: async (path, fields = {}, { headers, ...init } = {}) => {
        const body = new URLSearchParams('csrf' in fields ? fields : { ...fields, csrf: await csrf() });
        const sent = { ...FORM, origin: SITE_ORIGIN, ...(headers as Record<string, string> | undefined) };
        return get(path, { method: 'POST', body, ...init, headers: sent });
      },
    };
  };
  const signIn: WorkspaceSite['signIn'] = async (name) => {
    const played = { mail: `${name.toLowerCase()}@example.jp`, userAgent: 'Test/1' };
    return visitor(okOf(await signInForDemonstration(world.deps, played)).token);
  };
  return { world, app, ask, signIn, visitor };
}
