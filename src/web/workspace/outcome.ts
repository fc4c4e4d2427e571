import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebEnv } from '../web-setup.ts';
import type { Outcome } from './told-outcome.ts';

/** The parameters in which an address tells an outcome; the first request takes them out again. */
const [DONE, ABOUT] = ['done', 'about'];

/**
 * Carries an outcome to the one page it is for, so that showing that page again does not tell it anew. A minute is longer
 * than any redirect takes.
 */
const NAME = '__Host-shirushi-told';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: 60 } as const;

/** Browsers keep 4096 bytes of a cookie; of what it was done with the last is left out first. */
const MOST_BYTES = 3500;

function parametersOf({ done, about }: Outcome): string {
  return new URLSearchParams([[DONE, done], ...about.map((one) => [ABOUT, one])]).toString();
}

/** The address of a page that is to tell an outcome, once. */
export function tellingAt(path: string, done: string, ...about: readonly string[]): string {
  return `${path}?${parametersOf({ done, about })}`;
}

function outcomeIn(parameters: URLSearchParams): Outcome | undefined {
  const done = parameters.get(DONE);
  return done === null ? undefined : { done, about: parameters.getAll(ABOUT) };
}

/** What waits to be told at the address of this request. */
function waitingAt(c: Context<WebEnv>): Outcome | undefined {
  const [path, ...rest] = (getCookie(c, NAME) ?? '').split('?');
  return path === c.req.path ? outcomeIn(new URLSearchParams(rest.join('?'))) : undefined;
}

/** Has the page at the address of this request tell an outcome when it is shown next. */
export function tellNext(c: Context<WebEnv>, next: (waiting: Outcome | undefined) => Outcome): void {
  const { done, about } = next(waitingAt(c));
  const wholes = about.map((_, dropped) => tellingAt(c.req.path, done, ...about.slice(0, about.length - dropped)));
  const fitting = wholes.find((whole) => encodeURIComponent(whole).length <= MOST_BYTES);
  setCookie(c, NAME, fitting ?? tellingAt(c.req.path, done), ATTRIBUTES);
}

/** Whether a page of ours led here, or a browser that does not say: nobody else's link may have a page tell something. */
function isLedByUs(c: Context<WebEnv>): boolean {
  return (c.req.header('sec-fetch-site') ?? 'same-origin') === 'same-origin';
}

/** Stands before pages that tell outcomes: takes an outcome out of the address, and has the page itself tell it once. */
export const outcomes: MiddlewareHandler<WebEnv> = async (c, next) => {
  if (c.req.method !== 'GET') return next();
  const { pathname, searchParams } = new URL(c.req.url);
  const outcome = outcomeIn(searchParams);
  if (outcome !== undefined) {
    if (isLedByUs(c)) tellNext(c, () => outcome);
    for (const name of [DONE, ABOUT]) searchParams.delete(name);
    const rest = searchParams.toString();
    return c.redirect(rest === '' ? pathname : `${pathname}?${rest}`, 303);
  }
  const waiting = waitingAt(c);
  if (waiting !== undefined) {
    deleteCookie(c, NAME, ATTRIBUTES);
    c.set('outcome', waiting);
  }
  return next();
};
