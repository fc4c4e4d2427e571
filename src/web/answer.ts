import type { Context } from 'hono';
import type { Language } from '../core/kernel/text.ts';
import { languageOfPath, withoutLanguage } from './language.ts';
import { ERRORS } from '../formats/problem/error-codes.ts';
import { PROBLEM_TYPE, toProblem } from '../formats/problem/problem.ts';
import { errorPage, type ShownError } from './parts/error-page.ts';
import { viewOf, type Site, type View } from './view.ts';
import type { WebEnv } from './web-setup.ts';
import { lostPage } from './workspace/lost-page.ts';

/** For whom the page at a request's address is made. */
export function viewFor(c: Context<WebEnv>, site: Site, language?: Language): View {
  return viewOf(site, language ?? languageOfPath(c.req.path), withoutLanguage(c.req.path));
}

/** Seconds after which asking again is worth it: a database that is started anew needs about as long. */
const RETRY_AFTER = '30';

/** Programs of any site may read what goes wrong with the API, too. */
const SHARED = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' } as const;

/** Answers with an error: a page, or a problem for machines (RFC 9457) in the API and where the address ends in `.json`. */
export async function answerError(c: Context<WebEnv>, view: View, error: ShownError): Promise<Response> {
  const status = ERRORS[error.code];
  c.set('refusal', error.code);
  c.header('cache-control', 'no-store');
  if (status === 503) c.header('retry-after', RETRY_AFTER);
  const isApi = c.req.path.startsWith('/api/');
  if (isApi) for (const [name, value] of Object.entries(SHARED)) c.header(name, value);
  if (isApi || c.req.path.endsWith('.json')) {
    const { say } = isApi ? viewOf(view.site, 'en', view.path) : view;
    const problem = toProblem(error.code, say(`error.${error.code}`), { incident: error.incident });
    return c.body(JSON.stringify(problem), status, { 'content-type': PROBLEM_TYPE });
  }
  const signedIn = c.get('signedIn');
  const isLost = error.code === 'not_found' && signedIn !== undefined;
  if (!isLost) return c.html(await errorPage(view, error), status);
  const ended = await c.get('findEndedMandate')?.();
  return c.html(await lostPage({ ...view, signedIn }, ended), status);
}
