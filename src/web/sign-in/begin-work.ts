import type { Context } from 'hono';
import type { Browser, StartedSession } from '../../app/access/start-session.ts';
import type { TooManyAttempts } from '../../app/access/take-attempt.ts';
import { answerError, viewFor } from '../answer.ts';
import { clientAddress, clientNetwork } from '../guard/client-address.ts';
import { noteSecurity } from '../guard/security-log.ts';
import { sessionToken, setSessionToken } from '../guard/session-cookie.ts';
import { workspacePath } from '../guard/workspace-path.ts';
import { languageOfPath, pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';

/** What every way to sign in is told about the browser. */
export function browserOf(c: Context<WebEnv>): Browser {
  return {
    userAgent: c.req.header('user-agent') ?? '',
    replacing: sessionToken(c),
    language: languageOfPath(c.req.path),
  };
}

/** The network whose attempts are counted together. */
export function networkOf(c: Context<WebEnv>, { trustedProxies }: Pick<WebSetup, 'trustedProxies'>): string {
  return clientNetwork(clientAddress(c, trustedProxies));
}

/** Gives the browser its session and goes to the page that was wanted. */
export function beginWork(c: Context<WebEnv>, started: StartedSession, to: string | undefined): Response {
  setSessionToken(c, started.token);
  noteSecurity(c, { event: 'signed_in', session: started.id });
  return c.redirect(workspacePath(to, pathIn(languageOfPath(c.req.path), '/workspace')), 303);
}

/** Says how long to wait after too many tries. */
export function answerTooMany(c: Context<WebEnv>, site: Site, { seconds }: TooManyAttempts): Promise<Response> {
  c.header('retry-after', String(seconds));
  return answerError(c, viewFor(c, site), { code: 'too_many_attempts', params: { seconds } });
}

/** Writes down that somebody was not let in, for whoever watches (ASVS 5.0, 16.3.1): why, and not who. */
export function noteSignInRefused(c: Context<WebEnv>, code: string): void {
  noteSecurity(c, { event: code === 'too_many_attempts' ? 'rate_limited' : 'sign_in_refused', code });
}
