import type { MiddlewareHandler } from 'hono';
import { answerError, viewFor } from '../answer.ts';
import { keepBody, readForm } from '../guard/read-form.ts';
import { isSameOrigin } from '../guard/same-origin.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';

/**
 * Stands before signing in: nobody has a session's token yet, so that a request comes from one of our own pages is all
 * that keeps others from signing somebody in as somebody else.
 */
export function signInGuard(site: Site): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const refuse = (code: Parameters<typeof answerError>[2]['code']) => answerError(c, viewFor(c, site), { code });
    if (!isSameOrigin(c, site.baseUrl)) return refuse('not_same_origin');
    const body = await readForm(c);
    if (typeof body === 'string') return refuse(body);
    if (body.kind === 'files') return refuse('form_not_taken');
    keepBody(c, body);
    return next();
  };
}
