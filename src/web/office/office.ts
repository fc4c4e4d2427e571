import type { Context } from 'hono';
import { findOfficeCase, type OfficeCase } from '../../app/case/find-office-case.ts';
import { resolveCase } from '../../app/case/find-case.ts';
import type { Deps } from '../../app/ports.ts';
import { answerError, viewFor } from '../answer.ts';
import type { Site } from '../view.ts';
import type { WebEnv } from '../web-setup.ts';
import { signedIn, workspaceView } from '../workspace/asking.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** What the pages of the office are made with. */
export type Office = { readonly deps: Deps; readonly site: Site };

/** A case opened for a member of staff. */
export type OpenedCase = { readonly view: WorkspaceView; readonly found: OfficeCase; readonly number: string };

/** What is not there, and what is none of somebody's business: both are answered alike. */
export async function absent(c: Context<WebEnv>, { site }: Office): Promise<Response> {
  return answerError(c, viewFor(c, site), { code: 'not_found' });
}

/** The case an address of the office names, or the answer that there is none for whoever asks. */
export async function openOfficeCase(c: Context<WebEnv>, office: Office): Promise<OpenedCase | Response> {
  const id = await resolveCase(office.deps, c.req.param('number') ?? '');
  const found = await findOfficeCase(office.deps, signedIn(c).actor, id);
  if (!found.ok) return absent(c, office);
  const view = workspaceView(c, office.site);
  return { view, found: found.value, number: found.value.shown.row.application_number };
}
