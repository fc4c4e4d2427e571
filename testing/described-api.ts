import assert from 'node:assert/strict';
import { z } from 'zod';
import { API_ROOT, API_ROUTES } from '../src/api/api-routes.ts';
import type { ApiRoute } from '../src/api/api-route.ts';
import { answersOf, describeApi } from '../src/api/openapi.ts';
import type { Database } from '../src/db/database.ts';
import type { World } from './builders/world.ts';
import { aPublicSite } from './public-site.ts';
import type { WebSetup } from '../src/web/web-setup.ts';

type Operation = {
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>> }
    >
  >;
};

/** The description of the API, as far as tests read it. */
export type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** A description as whoever reads it gets it: through JSON. */
export function descriptionOf(world: World): Description {
  return JSON.parse(JSON.stringify(describeApi(world.deps, API_ROUTES))) as Description;
}

function routeAt(method: string, path: string): ApiRoute | undefined {
  const fits = (route: ApiRoute): boolean =>
    route.method === method && new RegExp(`^${API_ROOT}${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path);
  return API_ROUTES.filter(fits).sort((one, other) => one.path.split('{').length - other.path.split('{').length)[0];
}

/** Throws when an answer is not what the description says: its status, its media type, the shape of its content. */
async function fitsDescription(answer: Response, route: ApiRoute, description: Description): Promise<void> {
  const where = `${route.id} ${String(answer.status)}`;
  const said = description.paths[route.path]?.[route.method]?.responses[String(answer.status)];
  assert.ok(said, `${where} is not described`);
  if (said.content === undefined) return;
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const content = said.content[type];
  assert.ok(content, `${where} answers ${type}`);
  const shape = answersOf(route)[answer.status]?.shape;
  if (shape === undefined) return;
  const value: unknown = await answer.clone().json();
  shape.parse(value);
  z.fromJSONSchema(content.schema as Parameters<typeof z.fromJSONSchema>[0]).parse(value);
}

type DescribedApi = {
  readonly world: World;
  readonly app: Awaited<ReturnType<typeof aPublicSite>>['app'];
  /** Asks the API below its root; each answer must fit the description. */
  readonly ask: (path: string, init?: RequestInit & { readonly from?: string }) => Promise<Response>;
  /** The JSON of an answer that must be 200. */
  readonly read: <T>(path: string) => Promise<T>;
};

/** The API over a world of its own, where nothing undescribed goes by. */
export async function aDescribedApi(db: Database, setup: Partial<WebSetup> = {}): Promise<DescribedApi> {
  const { world, app, get } = await aPublicSite(db, setup);
  const description = descriptionOf(world);
  const ask: DescribedApi['ask'] = async (path, init = {}) => {
    const answer = await get(API_ROOT + path, init);
    const method = (init.method ?? 'GET').toLowerCase();
    const route = routeAt(method, new URL(API_ROOT + path, 'http://x').pathname);
    if (route !== undefined && method !== 'head') await fitsDescription(answer, route, description);
    return answer;
  };
  const read = async <T>(path: string): Promise<T> => {
    const answer = await ask(path);
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  };
  return { world, app, ask, read };
}
