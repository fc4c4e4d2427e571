import type { Context, Hono } from 'hono';
import { decideLetter, type LetterDecisionRefusal } from '../../app/parties/decide-letter.ts';
import { findMandateAtOffice, listMandatesAtOffice } from '../../app/parties/list-mandates-at-office.ts';
import { openLetter } from '../../app/parties/open-letter.ts';
import { revokeMandate, type RevocationRefusal } from '../../app/parties/revoke-mandate.ts';
import { parseId, type MandateId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { attachmentHeaders } from './attachment-headers.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { MANDATE_ACTS, officeMandatePage, type MandateAct } from './mandate-page.ts';
import { officeMandatesPage } from './mandates-page.ts';
import { absent, type Office } from './office.ts';
import { officePath } from './office-places.ts';

type Refused = { readonly act: MandateAct; readonly words: string; readonly typed: string };

function idOf(c: Context<WebEnv>): MandateId | undefined {
  const id = parseId<MandateId>(c.req.param('id') ?? '');
  return id.ok ? id.value : undefined;
}

async function show(c: Context<WebEnv>, office: Office, refused?: Refused): Promise<Response> {
  const { deps, site } = office;
  const id = idOf(c);
  const found = id && (await findMandateAtOffice(deps, signedIn(c).actor, id));
  if (found?.ok !== true) return absent(c, office);
  const asked = { newKey: () => deps.ids.uuid(), done: c.req.query('done'), refused };
  const page = officeMandatePage(workspaceView(c, site), found.value, asked);
  return c.html(await page, refused === undefined ? 200 : 422);
}

type ActRefusal = LetterDecisionRefusal | RevocationRefusal;

async function act(c: Context<WebEnv>, office: Office, wanted: MandateAct): Promise<Response> {
  const { deps, site } = office;
  const view = workspaceView(c, site);
  const { actor } = view.signedIn;
  const form = sentForm(c);
  const id = idOf(c);
  const found = id && (await findMandateAtOffice(deps, actor, id));
  if (id === undefined || found?.ok !== true) return absent(c, office);
  const typed = form.get('reason') ?? '';
  const led = await sendFormOnce(deps, actor, form, async (): Promise<Result<string, ActRefusal>> => {
    const done =
      wanted === 'revoke'
        ? await revokeMandate(deps, actor, { id, reason: typed })
        : await decideLetter(deps, actor, { id, isConfirmed: wanted === 'confirm', reason: typed });
    return done.ok ? ok(`${officePath(view.language, `/mandates/${id}`)}?done=${wanted}`) : done;
  });
  if (led.ok) return c.redirect(led.value, 303);
  return show(c, office, { act: wanted, words: refusalWords(view, led.error).join(' '), typed });
}

/** Mandates at the office: all of them, one with its letter, and what an officer does about it. */
export function addMandates(app: Hono<WebEnv>, office: Office, prefix: '' | '/en'): void {
  const { deps, site } = office;
  const place = `${prefix}/workspace/office/mandates`;
  app.get(place, async (c) => {
    const party = c.req.query('party')?.trim() ?? '';
    const mandates = await listMandatesAtOffice(deps, signedIn(c).actor, party);
    if (!mandates.ok) return absent(c, office);
    return c.html(await officeMandatesPage(workspaceView(c, site), mandates.value, party));
  });
  app.get(`${place}/:id`, (c) => show(c, office));
  app.get(`${place}/:id/letter`, async (c) => {
    const id = idOf(c);
    const opened = id && (await openLetter(deps, signedIn(c).actor, id));
    if (opened?.ok !== true) return absent(c, office);
    return c.body(ReadableStream.from(opened.value.bytes), 200, attachmentHeaders(opened.value));
  });
  for (const wanted of MANDATE_ACTS) app.post(`${place}/:id/${wanted}`, (c) => act(c, office, wanted));
}
