import type { Context } from 'hono';
import { listCases } from '../../app/case/list-cases.ts';
import { giveMandate } from '../../app/parties/give-mandate.ts';
import { listAgents } from '../../app/parties/list-agents.ts';
import { parseId, type MandateId, type OrganisationId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { pathIn } from '../language.ts';
import type { Fault } from '../parts/error-summary.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, workspaceView } from '../workspace/asking.ts';
import { mandateFormPage } from './mandate-form.ts';
import { givesMandates, MANDATES } from './mandate-places.ts';
import { readTerms, type TypedTerms } from './read-terms.ts';
import { showList, type Base } from './show-mandates.ts';

/** Most applications a form lets choose from. */
const LISTED_CASES = 1000;

/** Which field of a form a refusal of its terms is about. */
export function fieldOf(code: string): string | undefined {
  if (code === 'period_ends_before_it_begins') return 'until';
  if (code === 'no_such_application') return 'numbers';
  return code === 'mandate_covers_nothing' ? 'scope' : undefined;
}

/** What a form of a mandate starts with: from today, for everything. */
export function emptyTerms({ deps }: Base): TypedTerms {
  const from = legalDay(deps.clock.now(), deps.scheme.scheme.zone).toString();
  return { from, until: '', scope: '', numbers: [], allowsNew: false };
}

/** A form that was not taken. */
type NotTaken = { readonly typed: TypedTerms & { readonly agent: string }; readonly faults: readonly Fault[] };

/** Shows the form on which a signatory gives a mandate. */
export async function showGiving(c: Context<WebEnv>, base: Base, sent?: NotTaken): Promise<Response> {
  const { deps, site } = base;
  const view = workspaceView(c, site);
  const { actor } = view.signedIn;
  const agents = await listAgents(deps, actor);
  if (!agents.ok) return showList(c, base, [{ words: refusalWords(view, agents.error).join(' ') }]);
  const { typed = { ...emptyTerms(base), agent: '' }, faults = [] } = sent ?? {};
  const cases = await listCases(deps, actor, { limit: LISTED_CASES });
  const form = { agents: agents.value, cases, typed: { ...typed, vendor: '' }, key: deps.ids.uuid() };
  const page = mandateFormPage(view, { kind: 'give', ...form }, faults);
  return c.html(await page, faults.length === 0 ? 200 : 422);
}

/** Gives a mandate from the form that was sent, or shows it again. */
export async function give(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor } = view.signedIn;
  const form = sentForm(c);
  const { typed: typedTerms, faults, terms } = readTerms(view, form);
  const typed = { ...typedTerms, agent: form.get('agent') ?? '' };
  const agent = parseId<OrganisationId>(typed.agent);
  const missing = agent.ok ? [] : [{ field: 'agent', words: view.say('mandates.agent.missing') }];
  if (!agent.ok || terms === undefined || !givesMandates(view)) {
    return showGiving(c, base, { typed, faults: [...missing, ...faults] });
  }
  const id = parseId<MandateId>(form.get(HIDDEN_NAMES.idempotencyKey) ?? '');
  const named = { id: id.ok ? id.value : undefined, vendor: actor.organisation, agent: agent.value };
  const given = await giveMandate(base.deps, actor, { ...terms, ...named });
  if (given.ok) return c.redirect(pathIn(view.language, `${MANDATES}?done=given`), 303);
  const fault = { field: fieldOf(given.error.code), words: refusalWords(view, given.error).join(' ') };
  return showGiving(c, base, { typed, faults: [fault] });
}
