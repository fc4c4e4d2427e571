import type { Context, Hono } from 'hono';
import { takeRole } from '../../app/parties/take-role.ts';
import { findOrganisation } from '../../app/parties/find-organisation.ts';
import { listOrganisations } from '../../app/parties/list-organisations.ts';
import { ROLES } from '../../core/access/actor.ts';
import { parseId, type OrganisationId, type PersonId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { ORGANISATION_KINDS } from '../../core/parties/organisation.ts';
import { pathIn } from '../language.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { WebEnv } from '../web-setup.ts';
import { sentForm, signedIn, workspaceView } from '../workspace/asking.ts';
import { sendFormOnce } from '../workspace/send-form-once.ts';
import { absent, ORGANISATIONS, type Base } from './administration-places.ts';
import { addPerson, readPerson } from './add-person.ts';
import { organisationPage, type OrganisationState } from './organisation-page.ts';
import { organisationsPage } from './organisations-page.ts';
import { register, showRegistering } from './register-organisation.ts';

async function list(c: Context<WebEnv>, { deps, site }: Base): Promise<Response> {
  const kind = ORGANISATION_KINDS.find((known) => known === c.req.query('kind'));
  const typed = Number(c.req.query('page') ?? '1');
  const page = Number.isInteger(typed) && typed >= 1 && typed <= 100_000 ? typed : 1;
  const wish = { kind, words: c.req.query('words')?.trim() ?? '', page };
  const found = await listOrganisations(deps, signedIn(c).actor, wish);
  if (!found.ok) return absent(c, { deps, site });
  return c.html(await organisationsPage(workspaceView(c, site), { wish, ...found.value }));
}

function idOf(c: Context<WebEnv>): OrganisationId | undefined {
  const id = parseId<OrganisationId>(c.req.param('id') ?? '');
  return id.ok ? id.value : undefined;
}

const NOTHING_TYPED = { name: '', mail: '', roles: [] };

async function show(
  c: Context<WebEnv>,
  base: Base,
  { typed, faults }: Pick<OrganisationState, 'typed' | 'faults'> = { typed: NOTHING_TYPED, faults: [] },
): Promise<Response> {
  const { deps, site } = base;
  const id = idOf(c);
  const found = id && (await findOrganisation(deps, signedIn(c).actor, id));
  if (found?.ok !== true) return absent(c, base);
  const state = { typed, faults, done: c.req.query('done'), newKey: () => deps.ids.uuid() };
  const page = organisationPage(workspaceView(c, site), found.value, state);
  return c.html(await page, faults.length === 0 ? 200 : 422);
}

/** Does what a form of an organisation's page asks, once, and leads back to it. */
async function once<E>(
  c: Context<WebEnv>,
  { deps, site }: Base,
  { id, done, act }: { id: OrganisationId; done: string; act: () => Promise<Result<unknown, E>> },
): Promise<Result<string, E>> {
  const { language, signedIn: by } = workspaceView(c, site);
  return sendFormOnce(deps, by.actor, sentForm(c), async (): Promise<Result<string, E>> => {
    const acted = await act();
    return acted.ok ? ok(pathIn(language, `${ORGANISATIONS}/${id}?done=${done}`)) : acted;
  });
}

async function add(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor } = view.signedIn;
  const id = idOf(c);
  const found = id && (await findOrganisation(base.deps, actor, id));
  if (id === undefined || found?.ok !== true) return absent(c, base);
  const { typed, faults, input } = readPerson(view, sentForm(c));
  if (input === undefined) return show(c, base, { typed, faults });
  const act = () => addPerson(base.deps, actor, { ...input, organisation: id });
  const added = await once(c, base, { id, done: 'added', act });
  if (added.ok) return c.redirect(added.value, 303);
  const field = added.error.code === 'nobody_registered' ? 'name' : undefined;
  const words =
    field === undefined ? refusalWords(view, added.error).join(' ') : view.say('administration.person.missing');
  return show(c, base, { typed, faults: [{ field, words }] });
}

async function take(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor } = view.signedIn;
  const form = sentForm(c);
  const id = idOf(c);
  const person = parseId<PersonId>(form.get('person') ?? '');
  const role = ROLES.find((known) => known === form.get('role'));
  if (id === undefined || !person.ok || role === undefined) return absent(c, base);
  const act = () => takeRole(base.deps, actor, { person: person.value, organisation: id, role });
  const taken = await once(c, base, { id, done: 'taken', act });
  if (taken.ok) return c.redirect(taken.value, 303);
  if (taken.error.code === 'no_such_subject') return absent(c, base);
  const faults: readonly Fault[] = [{ words: refusalWords(view, taken.error).join(' ') }];
  return show(c, base, { typed: NOTHING_TYPED, faults });
}

/** Organisations: the list, a new one, and one with its people. */
export function addOrganisations(app: Hono<WebEnv>, base: Base, prefix: '' | '/en'): void {
  const place = `${prefix}${ORGANISATIONS}`;
  app.get(place, (c) => list(c, base));
  app.get(`${place}/new`, (c) => showRegistering(c, base));
  app.post(place, (c) => register(c, base));
  app.get(`${place}/:id`, (c) => show(c, base));
  app.post(`${place}/:id/people`, (c) => add(c, base));
  app.post(`${place}/:id/take`, (c) => take(c, base));
}
