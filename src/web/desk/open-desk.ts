import type { Context } from 'hono';
import { findCase, resolveCase } from '../../app/case/find-case.ts';
import type { Deps } from '../../app/ports.ts';
import { answerError, viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { signedIn, workspaceView } from '../workspace/asking.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { deskCase, type DeskCase } from './desk-form.ts';

/** What the pages of the desk are made with. */
export type Desk = { readonly deps: Deps; readonly site: Site };

/** A case opened for whoever asks. */
export type OpenedDesk = {
  readonly view: WorkspaceView;
  readonly desk: DeskCase;
  /** The answer that something below the case is not there. */
  readonly missing: () => Promise<Response>;
};

/** The case an address names, as whoever asks may see it; a foreign case and a missing one are answered alike. */
export async function openDesk(c: Context<WebEnv>, { deps, site }: Desk): Promise<OpenedDesk | Response> {
  const view = workspaceView(c, site);
  const missing = (): Promise<Response> => answerError(c, viewFor(c, site), { code: 'not_found' });
  const id = await resolveCase(deps, c.req.param('number') ?? '');
  if (id === undefined) return missing();
  const shown = await findCase(deps, signedIn(c).actor, id);
  if (!shown.ok) return missing();
  const desk = deskCase(shown.value);
  return desk === undefined ? missing() : { view, desk, missing };
}
