import type { Context } from 'hono';
import { listMandates } from '../../app/parties/list-mandates.ts';
import type { Deps } from '../../app/ports.ts';
import { answerError, viewFor } from '../answer.ts';
import type { Fault } from '../parts/error-summary.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { workspaceView } from '../workspace/asking.ts';
import { mandatesPage } from './mandates-page.ts';

/** What the pages of mandates are made with. */
export type Base = { readonly deps: Deps; readonly site: Site };

/** What is not there, and what is none of somebody's business: both are answered alike. */
export function absent(c: Context<WebEnv>, { site }: Base): Promise<Response> {
  return answerError(c, viewFor(c, site), { code: 'not_found' });
}

const OUTCOMES = ['given', 'revoke.done', 'letter.filed'] as const;

/** Shows the mandates of whoever asks. */
export async function showList(c: Context<WebEnv>, base: Base, faults: readonly Fault[] = []): Promise<Response> {
  const view = workspaceView(c, base.site);
  const listed = await listMandates(base.deps, view.signedIn.actor);
  if (!listed.ok) return absent(c, base);
  const outcome = OUTCOMES.find((done) => done === c.req.query('done'));
  return c.html(await mandatesPage(view, listed.value, { outcome, faults }), faults.length === 0 ? 200 : 403);
}
