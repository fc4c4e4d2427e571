import { pino } from 'pino';
import { Registry } from 'prom-client';
import { apiRoutes } from '../src/api/api-routes.ts';
import type { Database } from '../src/db/database.ts';
import { webApp } from '../src/web/app.ts';
import { apiAllowance } from '../src/web/guard/allowance.ts';
import type { WebSetup } from '../src/web/web-setup.ts';
import { aWorld, type World } from './builders/world.ts';

/** The public pages over a world of their own. */
type PublicSite = {
  readonly world: World;
  readonly app: ReturnType<typeof webApp>;
  /** What the pages were built with. */
  readonly setup: WebSetup & { readonly metrics: Registry };
  /** Asks for an address of the site, from `from` when the client's address matters. */
  readonly get: (path: string, init?: RequestInit & { readonly from?: string }) => Promise<Response>;
  /** The body of a page that must be there. */
  readonly page: (path: string) => Promise<string>;
  /** What was logged so far, a line each. */
  readonly logged: readonly string[];
};

/** The words of a page's content in the order they are read, without tags and drawings. */
export function wordsOf(page: string): string {
  return page
    .slice(page.indexOf('<main'))
    .replace(/<(style|svg)[\s>][\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

/** Opens the public pages on a database; limits and clocks as a test wants them. */
export async function aPublicSite(
  db: Database,
  wanted: Partial<WebSetup> | ((deps: World['deps']) => Partial<WebSetup>) = {},
): Promise<PublicSite> {
  const world = await aWorld(db);
  const setup = typeof wanted === 'function' ? wanted(world.deps) : wanted;
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const searchLimit = { burst: 1000, perSecond: 1000 };
  const given = { deps: world.deps, log, metrics: new Registry(), searchLimit, apiLimit: searchLimit, ...setup };
  const app = webApp(given);
  app.route('/', apiRoutes({ deps: world.deps, allowance: apiAllowance(given) }));
  const get: PublicSite['get'] = async (path, { from = '127.0.0.1', ...init } = {}) =>
    app.request(path, init, { incoming: { socket: { remoteAddress: from } } });
  const page: PublicSite['page'] = async (path) => {
    const answer = await get(path);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  };
  return { world, app, setup: given, get, page, logged };
}
