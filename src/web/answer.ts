import type { Context } from 'hono';
import type { Language } from '../core/kernel/text.ts';
import { languageOfPath, withoutLanguage } from './language.ts';
import { errorPage, ERRORS, type ShownError } from './parts/error-page.ts';
import { viewOf, type Site, type View } from './view.ts';
import type { WebEnv } from './web-setup.ts';
import { lostPage } from './workspace/lost-page.ts';

/** For whom the page at a request's address is made. */
export function viewFor(c: Context<WebEnv>, site: Site, language?: Language): View {
  return viewOf(site, language ?? languageOfPath(c.req.path), withoutLanguage(c.req.path));
}

/** Seconds after which asking again is worth it: a database that is started anew needs about as long. */
const RETRY_AFTER = '30';

/** Answers with an error: a page, or a problem for machines (RFC 9457) where the address ends in `.json`. */
export async function answerError(c: Context<WebEnv>, view: View, error: ShownError): Promise<Response> {
  const status = ERRORS[error.code];
  c.set('refusal', error.code);
  c.header('cache-control', 'no-store');
  if (status === 503) c.header('retry-after', RETRY_AFTER);
  if (c.req.path.endsWith('.json')) {
    const problem = {
      type: 'about:blank',
      title: view.say(`error.${error.code}`, error.params),
      status,
      code: error.code,
      ...(error.incident === undefined ? {} : { incident: error.incident }),
    };
    return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json' });
  }
  const signedIn = c.get('signedIn');
  const isLost = error.code === 'not_found' && signedIn !== undefined;
  if (!isLost) return c.html(await errorPage(view, error), status);
  const ended = await c.get('findEndedMandate')?.();
  return c.html(await lostPage({ ...view, signedIn }, ended), status);
}
