import type { Context, Hono } from 'hono';
import { ok } from '../../core/kernel/result.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn } from '../workspace/asking.ts';
import { requireFresh } from '../workspace/require-fresh.ts';
import { actFaults } from './act-faults.ts';
import { actPage } from './act-page.ts';
import { actAt, type OfficeAct } from './act-places.ts';
import { doAct, type ActRefusal } from './do-act.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { absent, openOfficeCase, type Office, type OpenedCase } from './office.ts';
import { officeCasePath } from './office-places.ts';

/** Shows again what was typed, with what is to be mended, on the case as it is now. */
async function showAgain(
  c: Context<WebEnv>,
  office: Office,
  { act, refusal }: { readonly act: OfficeAct; readonly refusal: ActRefusal },
): Promise<Response> {
  const now = await openOfficeCase(c, office);
  if (now instanceof Response) return now;
  const { view, found } = now;
  const typed = Object.fromEntries(sentForm(c));
  const faults = actFaults(view, refusal);
  return c.html(await actPage(view, found, { act, typed, faults, idempotencyKey: office.deps.ids.uuid() }), 422);
}

/** A grant asks for a fresh proof of who confirms it. Where everybody is invented there is nothing to prove. */
function needsProof(c: Context<WebEnv>, act: OfficeAct, { found }: OpenedCase): boolean {
  const isGrant = act === 'case.confirm-decision' && found.shown.decision?.outcome === 'grant';
  return isGrant && signedIn(c).session.method !== 'demonstration';
}

async function answerAct(c: Context<WebEnv>, office: Office, act: OfficeAct, opened: OpenedCase): Promise<Response> {
  const { deps } = office;
  const { actor } = signedIn(c);
  const { view, number } = opened;
  const form = sentForm(c);
  const proof = needsProof(c, act, opened) ? await requireFresh(c, office.site) : undefined;
  if (proof !== undefined) return proof;
  const led = await sendFormOnce(deps, actor, form, async () => {
    const done = await doAct(act, { deps, actor, found: opened.found, form });
    return done.ok ? ok(`${officeCasePath(view.language, number)}?done=${act}`) : done;
  });
  return led.ok ? c.redirect(led.value, 303) : showAgain(c, office, { act, refusal: led.error });
}

/** The acts on a case: each is asked about on a page of its own and then done once. */
export function addActs(app: Hono<WebEnv>, office: Office, prefix: '' | '/en'): void {
  const place = `${prefix}/workspace/office/cases/:number/acts/:act`;
  app.get(place, async (c) => {
    const act = actAt(c.req.param('act') ?? '');
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    if (act === undefined) return absent(c, office);
    const asked = { act, typed: {}, faults: [], idempotencyKey: office.deps.ids.uuid() };
    return c.html(await actPage(opened.view, opened.found, asked));
  });
  app.post(place, async (c) => {
    const act = actAt(c.req.param('act') ?? '');
    const opened = await openOfficeCase(c, office);
    if (opened instanceof Response) return opened;
    return act === undefined ? absent(c, office) : answerAct(c, office, act, opened);
  });
}
