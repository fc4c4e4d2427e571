import { Hono, type Context } from 'hono';
import { giveMandate } from '../../app/parties/give-mandate.ts';
import { listAgents, listMandates, type MandateLine } from '../../app/parties/list-mandates.ts';
import { revokeMandate } from '../../app/parties/revoke-mandate.ts';
import type { Deps } from '../../app/ports.ts';
import { parseId, type MandateId, type OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { parseDayLeniently } from '../../formats/answers/parse-day-leniently.ts';
import { answerError, viewFor } from '../answer.ts';
import { pathIn } from '../language.ts';
import type { Fault } from '../parts/error-summary.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, workspaceView } from '../workspace/asking.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { givePage } from './give-page.ts';
import { givesMandates, MANDATES, mandatesPage } from './mandates-page.ts';
import { revokePage } from './revoke-page.ts';

type Base = { readonly deps: Deps; readonly site: Site };

const OUTCOMES = ['given', 'revoke.done'] as const;

const absent = (c: Context<WebEnv>, { site }: Base): Promise<Response> =>
  answerError(c, viewFor(c, site), { code: 'not_found' });

async function showList(c: Context<WebEnv>, base: Base, faults: readonly Fault[] = []): Promise<Response> {
  const view = workspaceView(c, base.site);
  const listed = await listMandates(base.deps, view.signedIn.actor);
  if (!listed.ok) return absent(c, base);
  const outcome = OUTCOMES.find((done) => done === c.req.query('done'));
  return c.html(await mandatesPage(view, listed.value, { outcome, faults }), faults.length === 0 ? 200 : 403);
}

function readTyped(form: URLSearchParams): { agent: string; from: string; until: string } {
  const text = (name: string): string => form.get(name)?.trim() ?? '';
  return { agent: text('agent'), from: text('from'), until: text('until') };
}

/** What a form that gives a mandate asks for, and what is to be mended in it. */
function readGiven({ say }: WorkspaceView, form: URLSearchParams) {
  const typed = readTyped(form);
  const faults: Fault[] = [];
  const day = (field: 'from' | 'until'): Temporal.PlainDate | undefined => {
    const read = parseDayLeniently(typed[field]);
    if (read.ok) return read.value;
    if (typed[field] !== '') faults.push({ field, words: say('mandates.day.unreadable') });
    else if (field === 'from') faults.push({ field, words: say('mandates.from.missing') });
    return undefined;
  };
  const id = parseId<MandateId>(form.get(HIDDEN_NAMES.idempotencyKey) ?? '');
  const agent = parseId<OrganisationId>(typed.agent);
  if (!agent.ok) faults.push({ field: 'agent', words: say('mandates.agent.missing') });
  const [from, until] = [day('from'), day('until')];
  const isWhole = agent.ok && from !== undefined && faults.length === 0;
  const input = isWhole ? { id: id.ok ? id.value : undefined, agent: agent.value, from, until } : undefined;
  return { typed, faults, input };
}

async function showGiving(c: Context<WebEnv>, base: Base, sent?: ReturnType<typeof readGiven>): Promise<Response> {
  const { deps, site } = base;
  const view = workspaceView(c, site);
  const agents = await listAgents(deps, view.signedIn.actor);
  if (!agents.ok) return showList(c, base, [{ words: refusalWords(view, agents.error).join(' ') }]);
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone).toString();
  const { typed = { agent: '', from: today, until: '' }, faults = [] } = sent ?? {};
  const page = givePage(view, { agents: agents.value, typed, key: deps.ids.uuid() }, faults);
  return c.html(await page, faults.length === 0 ? 200 : 422);
}

async function give(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor } = view.signedIn;
  const sent = readGiven(view, sentForm(c));
  if (sent.input === undefined || !givesMandates(view)) return showGiving(c, base, sent);
  const given = await giveMandate(base.deps, actor, { ...sent.input, vendor: actor.organisation });
  if (given.ok) return c.redirect(pathIn(view.language, `${MANDATES}?done=given`), 303);
  const field = given.error.code === 'period_ends_before_it_begins' ? 'until' : undefined;
  const fault = { field, words: refusalWords(view, given.error).join(' ') };
  return showGiving(c, base, { ...sent, faults: [fault] });
}

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
  if (mandate.revoked) return c.redirect(pathIn(view.language, MANDATES), 303);
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

/** Mandates: vendors see, give and revoke theirs; agents see those they received. */
export function mandateRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const base: Base = { deps, site };
  for (const prefix of ['', '/en']) {
    const mandates = `${prefix}${MANDATES}`;
    app.get(mandates, (c) => showList(c, base));
    app.post(mandates, (c) => give(c, base));
    app.get(`${mandates}/new`, (c) => showGiving(c, base));
    app.get(`${mandates}/:id/revoke`, (c) => showRevoking(c, base));
    app.post(`${mandates}/:id/revoke`, (c) => revoke(c, base));
  }
  return app;
}
