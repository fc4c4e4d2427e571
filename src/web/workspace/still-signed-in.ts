import type { Context } from 'hono';
import { findSession } from '../../app/access/find-session.ts';
import type { Deps } from '../../app/ports.ts';
import { sessionToken } from '../guard/session-cookie.ts';
import type { WebEnv } from '../web-setup.ts';
import { signedIn } from './asking.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Who asks, looked at once more after something took long to arrive: with what they may do now, or undefined when their
 * session has ended meanwhile or acts for another organisation.
 */
export async function stillSignedIn(
  c: Context<WebEnv>,
  deps: Pick<Deps, 'db' | 'clock' | 'scheme'>,
): Promise<SignedIn | undefined> {
  const before = signedIn(c);
  const token = sessionToken(c);
  const found = token === undefined ? undefined : await findSession(deps, token);
  if (found?.ok !== true) return undefined;
  const session = found.value;
  if (session.organisation?.organisation !== before.session.organisation?.organisation) return undefined;
  const now = { ...before, session, actor: session.actor };
  c.set('signedIn', now);
  return now;
}
