import type { webApp } from '../../src/web/app.ts';

/** A route as it is registered: its method, and the pattern of its address. */
export type Route = { readonly method: 'GET' | 'POST'; readonly path: string };

/** Values for the parts of addresses, by their name, or by the pattern of the whole address where a name means two things. */
export type AddressParts = Readonly<Record<string, string>>;

/** Every registered route that reads or changes something, each once; a new one is walked without being named anywhere. */
export function routesOf(app: ReturnType<typeof webApp>, method: Route['method']): readonly Route[] {
  const paths = app.routes.filter((route) => route.method === method).map(({ path }) => path);
  return [...new Set(paths)].map((path) => ({ method, path }));
}

/** Whether a route belongs to people at work: all of them stand behind their guard, save the page of parts. */
export function isAtWork({ path }: Route): boolean {
  return /^\/(en\/)?workspace(\/|$)/.test(path) && !path.endsWith('/workspace/parts');
}

const PART = /:([a-z0-9]+)(\{.*\})?(?=\/|$)/gi;

/** Whether the address of a route names something. */
export function namesSomething({ path }: Route): boolean {
  return path.includes('/:');
}

/** An address of a route; a part nobody gave a value for is an error, so that no route goes by unwalked. */
export function addressOf({ path }: Route, parts: AddressParts): string {
  return path.replace(PART, (_whole, name: string) => {
    const value = parts[path.replace(/^\/en/, '')] ?? parts[name];
    if (value === undefined) throw new Error(`the walk has no value for :${name} of ${path}`);
    return encodeURIComponent(value);
  });
}
