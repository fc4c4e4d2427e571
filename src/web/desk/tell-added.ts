import type { Context } from 'hono';
import type { WebEnv } from '../web-setup.ts';
import { tellNext } from '../workspace/outcome.ts';

/** Has the page that a script sends files to tell how many were added when it is shown next: those before count too. */
export function tellAdded(c: Context<WebEnv>, count: number): void {
  tellNext(c, (waiting) => {
    const before = waiting?.done === 'added' ? Number(waiting.about[0]) : 0;
    return { done: 'added', about: [String(before + count)] };
  });
}
