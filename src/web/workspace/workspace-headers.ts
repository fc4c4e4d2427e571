import type { MiddlewareHandler } from 'hono';
import type { Site } from '../view.ts';
import { contentPolicy } from '../guard/content-policy.ts';
import type { WebEnv } from '../web-setup.ts';

/**
 * What a browser may do with a page of the workspaces, and that it keeps none: one style sheet and small scripts of our
 * own, which only talk to us. The inline style sheet is that of error pages.
 */
export function workspaceHeaders({
  styles,
}: {
  readonly styles: Pick<Site['styles'], 'source'>;
}): MiddlewareHandler<WebEnv> {
  const policy = contentPolicy(styles, ['styles', 'scripts', 'requests']);
  return async (c, next) => {
    await next();
    // a file that is handed out has a stricter one
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', policy);
    c.res.headers.set('cache-control', 'no-store');
  };
}
