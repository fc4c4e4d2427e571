import type { Context, Hono } from 'hono';
import { listInvitations } from '../../app/access/list-invitations.ts';
import { withdrawInvitation } from '../../app/access/withdraw-invitation.ts';
import { parseId, type InvitationId } from '../../core/kernel/ids.ts';
import { pathIn } from '../language.ts';
import type { WebEnv } from '../web-setup.ts';
import { signedIn, workspaceView } from '../workspace/asking.ts';
import { absent, INVITATIONS, type Base } from './administration-places.ts';
import { invitationsPage } from './invitations-page.ts';

async function show(c: Context<WebEnv>, base: Base): Promise<Response> {
  const { deps, site } = base;
  const listed = await listInvitations(deps, signedIn(c).actor);
  if (!listed.ok) return absent(c, base);
  const told = { done: c.req.query('done'), newKey: () => deps.ids.uuid() };
  return c.html(await invitationsPage(workspaceView(c, site), listed.value, told));
}

async function withdraw(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor } = view.signedIn;
  const id = parseId<InvitationId>(c.req.param('id') ?? '');
  const listed = await listInvitations(base.deps, actor);
  if (!id.ok || !listed.ok) return absent(c, base);
  const withdrawn = await withdrawInvitation(base.deps, actor, id.value);
  // sent twice, or used meanwhile: the list says how it stands
  const done = withdrawn.ok ? '?done=withdrawn' : '';
  return c.redirect(pathIn(view.language, `${INVITATIONS}${done}`), 303);
}

/** Invitations: how they stand, and taking one back. */
export function addInvitations(app: Hono<WebEnv>, base: Base, prefix: '' | '/en'): void {
  const place = `${prefix}${INVITATIONS}`;
  app.get(place, (c) => show(c, base));
  app.post(`${place}/:id/withdraw`, (c) => withdraw(c, base));
}
