import type { Context } from 'hono';
import { answerError, viewFor } from '../answer.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { sentUpload } from '../uploads/sent-upload.ts';
import type { SentBody } from '../guard/read-form.ts';
import { noteSecurity } from '../guard/security-log.ts';
import { clearSessionToken, sessionToken } from '../guard/session-cookie.ts';
import { pathIn } from '../language.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import type { HeldForm } from './held-form.ts';
import { sendAgainPage } from './send-again-page.ts';
import type { SignedIn } from './signed-in.ts';

/** A request behind the guard of the workspaces. */
export type Guarded = { readonly c: Context<WebEnv>; readonly site: Site };

/** Whether a request only reads. */
export function changesNothing(c: Context<WebEnv>): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD';
}

/** Where the person is to come back to: the page itself, or the one the form was on as far as the browser says. */
export function placeOf(c: Context<WebEnv>): string {
  const url = new URL(c.req.url);
  if (changesNothing(c)) return url.pathname + url.search;
  const from = URL.parse(c.req.header('referer') ?? '');
  return from === null ? url.pathname : from.pathname + from.search;
}

/**
 * What was typed into the form that was sent. Of one with files all that stands before the first file; the file is not
 * read.
 */
async function heldForm(c: Context<WebEnv>, body: SentBody): Promise<HeldForm | undefined> {
  const url = new URL(c.req.url);
  const path = url.pathname + url.search;
  if (body.kind === 'form') return { path, fields: body.form };
  if (body.kind !== 'files') return undefined;
  const fields = new URLSearchParams();
  let hasLostFiles = false;
  await readUpload(sentUpload(c), fields, () => {
    hasLostFiles = true;
    return Promise.resolve('stop');
  });
  return { path, fields, hasLostFiles };
}

function signInPlace({ c, site }: Guarded): string {
  return `${pathIn(viewFor(c, site).language, '/sign-in')}?to=${encodeURIComponent(placeOf(c))}`;
}

/** Answers a form whose session has ended: it waits on the page while its sender signs in beside it. */
export async function holdForSignIn(guarded: Guarded, held: HeldForm | undefined): Promise<Response> {
  const { c, site } = guarded;
  noteSecurity(c, { event: 'session_missing' });
  const page = sendAgainPage(viewFor(c, site), held, { why: 'signed-out', signIn: signInPlace(guarded) });
  return c.html(await page, 401);
}

/** Sends somebody who is not signed in to do so; what they had typed into a form waits on the page meanwhile. */
export async function askToSignIn(guarded: Guarded, body: SentBody | undefined): Promise<Response> {
  const { c } = guarded;
  if (sessionToken(c) !== undefined) clearSessionToken(c);
  if (body === undefined) return c.redirect(signInPlace(guarded), 303);
  if (body.kind === 'json') return c.json({ code: 'not_signed_in' }, 401);
  return holdForSignIn(guarded, await heldForm(c, body));
}

/** Answers a form made in another session or for another organisation: asks whether to send it as who it is now. */
export async function askToSendAgain({ c, site }: Guarded, body: SentBody, signedIn: SignedIn): Promise<Response> {
  noteSecurity(c, { event: 'stale_form', session: signedIn.session.id });
  if (body.kind === 'json') return c.json({ code: 'stale_form' }, 403);
  const view = { ...viewFor(c, site), signedIn };
  return c.html(await sendAgainPage(view, await heldForm(c, body), { why: 'other-session' }), 403);
}

/** Asks whoever asks too often to wait. A form waits on the page with all that was typed; a script tries again by itself. */
export async function askToWait({ c, site }: Guarded, body: SentBody | undefined, seconds: number): Promise<Response> {
  c.header('retry-after', String(seconds));
  const isScript = body?.kind === 'json' || (c.req.header('accept') ?? '').includes('application/json');
  if (isScript) return c.json({ code: 'too_many_pages' }, 429);
  const view = viewFor(c, site);
  if (body === undefined) return answerError(c, view, { code: 'too_many_pages', params: { seconds } });
  return c.html(await sendAgainPage(view, await heldForm(c, body), { why: 'too-many', seconds }), 429);
}
