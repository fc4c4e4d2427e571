import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { WebEnv } from '../web-setup.ts';

/**
 * The `__Host-` prefix lets only this host set it, for all its paths, over https (RFC 6265bis, 4.1.3.2). Browsers count
 * http://localhost as safe; on any other http address nobody can sign in.
 */
const NAME = '__Host-shirushi';
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The session's token as the browser sent it; what is not shaped like one is none. */
export function sessionToken(c: Context<WebEnv>): string | undefined {
  const sent = getCookie(c, NAME);
  return sent !== undefined && TOKEN.test(sent) ? sent : undefined;
}

/** Gives the browser its token; it forgets it when it is closed. */
export function setSessionToken(c: Context<WebEnv>, token: string): void {
  setCookie(c, NAME, token, ATTRIBUTES);
}

/** Makes the browser forget its token. */
export function clearSessionToken(c: Context<WebEnv>): void {
  deleteCookie(c, NAME, ATTRIBUTES);
}
