import { Hono, type Context } from 'hono';
import { listMandates, type MandateLine } from '../../app/parties/list-mandates.ts';
import { openLetter } from '../../app/parties/open-letter.ts';
import { revokeMandate } from '../../app/parties/revoke-mandate.ts';
import { parseId, type MandateId } from '../../core/kernel/ids.ts';
import { startsFrom } from '../../core/parties/mandate-lifecycle.ts';
import { pathIn } from '../language.ts';
import { attachmentHeaders } from '../office/attachment-headers.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { give, showGiving } from './give-mandate.ts';
import { file, showFiling } from './file-letter.ts';
import { givesMandates, MANDATES } from './mandate-places.ts';
import { revokePage } from './revoke-page.ts';
import { absent, showList, type Base } from './show-mandates.ts';

/** The mandate an address names, when the organisation of whoever asks gave it and it can still be revoked. */
async function findRevocable(c: Context<WebEnv>, base: Base): Promise<MandateLine | undefined> {
  const { actor } = workspaceView(c, base.site).signedIn;
  const listed = await listMandates(base.deps, actor);
  const found = listed.ok ? listed.value.find(({ id }) => id === c.req.param('id')) : undefined;
  return found?.vendor === actor.organisation ? found : undefined;
}

async function showRevoking(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const mandate = await findRevocable(c, base);
  if (mandate === undefined || !givesMandates(view)) return absent(c, base);
  if (!startsFrom(mandate.state, 'mandate.revoke')) return c.redirect(pathIn(view.language, MANDATES), 303);
  return c.html(await revokePage(view, mandate, base.deps.ids.uuid()));
}

async function revoke(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const id = parseId<MandateId>(c.req.param('id') ?? '');
  if (!id.ok) return absent(c, base);
  const reason = sentForm(c).get('reason')?.trim() || undefined;
  const revoked = await revokeMandate(base.deps, view.signedIn.actor, { id: id.value, reason });
  // sent twice, or by going back: what was revoked is revoked
  if (revoked.ok || revoked.error.code === 'already_revoked') {
    return c.redirect(pathIn(view.language, `${MANDATES}?done=revoke.done`), 303);
  }
  if (revoked.error.code === 'no_such_subject') return absent(c, base);
  return showList(c, base, [{ words: refusalWords(view, revoked.error).join(' ') }]);
}

/** Hands out the scanned letter of a mandate to one of its parties. */
async function saveLetter(c: Context<WebEnv>, base: Base): Promise<Response> {
  const id = parseId<MandateId>(c.req.param('id') ?? '');
  const opened = id.ok ? await openLetter(base.deps, signedIn(c).actor, id.value) : undefined;
  if (opened?.ok !== true) return absent(c, base);
  return c.body(ReadableStream.from(opened.value.bytes), 200, attachmentHeaders(opened.value));
}

/** Mandates: vendors see, give and revoke theirs; agents see those they received. */
export function mandateRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const base: Base = { deps, site };
  for (const prefix of ['', '/en']) {
    const mandates = `${prefix}${MANDATES}`;
    app.get(mandates, (c) => showList(c, base));
    app.post(mandates, (c) => give(c, base));
    app.get(`${mandates}/new`, (c) => showGiving(c, base));
    app.get(`${mandates}/letter`, (c) => showFiling(c, base));
    app.post(`${mandates}/letter`, (c) => file(c, base));
    app.get(`${mandates}/:id/letter`, (c) => saveLetter(c, base));
    app.get(`${mandates}/:id/revoke`, (c) => showRevoking(c, base));
    app.post(`${mandates}/:id/revoke`, (c) => revoke(c, base));
  }
  return app;
}
