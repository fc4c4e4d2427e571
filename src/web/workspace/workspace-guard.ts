import type { Context, MiddlewareHandler } from 'hono';
import { findSession, type FoundSession } from '../../app/access/find-session.ts';
import { answerError, viewFor } from '../answer.ts';
import { FORM_TOKEN, formToken, isFormToken } from '../guard/form-token.ts';
import { keepBody, readForm, type SentBody } from '../guard/read-form.ts';
import { isSameOrigin } from '../guard/same-origin.ts';
import { sessionToken } from '../guard/session-cookie.ts';
import { pathIn, withoutLanguage } from '../language.ts';
import type { ErrorCode } from '../../formats/problem/error-codes.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { askToSendAgain, askToSignIn, askToWait, changesNothing, placeOf, type Guarded } from './hold-form.ts';
import { workspaceLimits } from './workspace-limits.ts';

const CHOICE = '/workspace/organisation';
const ACCOUNT = '/workspace/account';
const PROVE = '/workspace/prove';
const SIGN_OUT = '/workspace/sign-out';

type GuardSetup = Pick<WebSetup, 'deps' | 'workspaceLimits' | 'trustedProxies' | 'monotonic'>;

/**
 * Where somebody must go before anything else: to set up their sign-in when they were only just let in, and to choose for
 * which of several organisations they act.
 */
function firstPlace({ isSetUp, organisation }: FoundSession, path: string): string | undefined {
  const isAt = (...places: readonly string[]): boolean =>
    places.some((place) => path === place || path.startsWith(`${place}/`));
  if (isAt(SIGN_OUT)) return undefined;
  if (!isSetUp) return isAt(ACCOUNT, PROVE) ? undefined : ACCOUNT;
  return organisation === undefined && !isAt(CHOICE) ? CHOICE : undefined;
}

/** Whether a request that changes something shows its token, or will: files come with it in their stream. */
function showsToken(c: Context<WebEnv>, body: SentBody, right: string): boolean {
  const header = c.req.header(FORM_TOKEN.header);
  if (header !== undefined) return isFormToken(header, right);
  if (body.kind === 'files') {
    c.set('owesToken', true);
    return true;
  }
  return body.kind === 'form' && isFormToken(body.form.get(FORM_TOKEN.field) ?? undefined, right);
}

async function bodyOf({ c, site }: Guarded): Promise<SentBody | ErrorCode | undefined> {
  if (changesNothing(c)) return undefined;
  if (!isSameOrigin(c, site.baseUrl)) return 'not_same_origin';
  return readForm(c);
}

/** Lets somebody who is signed in through; answers with the page to show instead otherwise. */
async function admit(
  guarded: Guarded,
  session: FoundSession,
  body: SentBody | undefined,
): Promise<Response | undefined> {
  const { c } = guarded;
  const csrf = formToken(sessionToken(c) ?? '', session.organisation?.organisation);
  const signedIn = { session, actor: session.actor, csrf };
  if (body !== undefined && !showsToken(c, body, csrf)) return askToSendAgain(guarded, body, signedIn);
  const first = firstPlace(session, withoutLanguage(c.req.path));
  if (first !== undefined) {
    const place = pathIn(viewFor(c, guarded.site).language, first);
    return c.redirect(`${place}?to=${encodeURIComponent(placeOf(c))}`, 303);
  }
  c.set('signedIn', signedIn);
  if (body !== undefined) keepBody(c, body);
  return undefined;
}

/**
 * Stands before every page of the workspaces. A request that changes something must come from one of our pages and carry
 * the token of this session and organisation; whoever is not signed in is sent to do so and comes back; whoever asks too
 * often has to wait.
 */
export function workspaceGuard(setup: GuardSetup, site: Site): MiddlewareHandler<WebEnv> {
  const { deps } = setup;
  const limits = workspaceLimits(setup);
  return async (c, next) => {
    const guarded = { c, site };
    const body = await bodyOf(guarded);
    if (typeof body === 'string') return answerError(c, viewFor(c, site), { code: body });
    const ofNetwork = limits.ofNetwork(c);
    if (ofNetwork > 0) return askToWait(guarded, body, ofNetwork);
    const token = sessionToken(c);
    const session = token === undefined ? undefined : await findSession(deps, token);
    if (session?.ok !== true) return askToSignIn(guarded, body);
    const ofPerson = limits.ofPerson(c, session.value.person.id);
    if (ofPerson > 0) return askToWait(guarded, body, ofPerson);
    const instead = await admit(guarded, session.value, body);
    if (instead !== undefined) return instead;
    await next();
    if (c.get('owesToken') === true && c.res.status < 400) {
      throw new Error('a page of the workspaces took files without looking for the form’s token');
    }
    return undefined;
  };
}

/** Whether the token that came with files is the right one; every page that takes files asks this before it keeps one. */
export function takesToken(c: Context<WebEnv>, sent: string | undefined): boolean {
  const isRight = isFormToken(sent, c.get('signedIn')?.csrf ?? '');
  if (isRight) c.set('owesToken', false);
  return isRight;
}
