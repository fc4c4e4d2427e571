import { Hono, type Context } from 'hono';
import { invitePerson } from '../../app/access/invite-person.ts';
import { readHealth } from '../../app/access/read-health.ts';
import { leaveOrganisation } from '../../app/parties/leave-organisation.ts';
import { listRegisteredPeople } from '../../app/parties/list-registered-people.ts';
import { readSchemeInForce } from '../../app/scheme/read-scheme-in-force.ts';
import { authorize } from '../../core/access/authorize.ts';
import type { Language } from '../../core/kernel/text.ts';
import { message } from '../../i18n/message.ts';
import { pathIn } from '../language.ts';
import type { Fault } from '../parts/error-summary.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import { viewOf, type Site } from '../view.ts';
import type { WebEnv, WebSetup } from '../web-setup.ts';
import { sentForm, workspaceView } from '../workspace/asking.ts';
import { requireFresh } from '../workspace/require-fresh.ts';
import { administrationPage, membersOf, type Member } from './administration-page.ts';
import { absent, ADMINISTRATION, SCHEME_IN_FORCE, type Base } from './administration-places.ts';
import { addInvitations } from './invitation-routes.ts';
import { addOrganisations } from './organisation-routes.ts';
import { invitedPage, leavePage } from './people-pages.ts';
import { schemePage } from './scheme-page.ts';

async function show(c: Context<WebEnv>, base: Base, faults: readonly Fault[] = []): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor } = view.signedIn;
  const people = await listRegisteredPeople(base.deps, actor);
  const jobs = await readHealth(base.deps, actor);
  if (!people.ok || !jobs.ok) return absent(c, base);
  const { ids, scheme } = base.deps;
  const shown = { people: people.value, jobs: jobs.value.queues, version: scheme.sha256, key: ids.uuid() };
  return c.html(await administrationPage(view, shown, faults), faults.length === 0 ? 200 : 422);
}

type SentInvitation = { readonly link: string; readonly expiresAt: Temporal.Instant };

/** Lets somebody in who proved a moment ago who they are; where everybody is invented there is nothing to prove. */
async function invite(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const { actor, session } = view.signedIn;
  const isProvable = session.method !== 'demonstration' && authorize(actor, 'person.invite', {}).ok;
  const proof = isProvable ? await requireFresh(c, base.site) : undefined;
  if (proof !== undefined) return proof;
  const write = ({ link, expiresAt }: SentInvitation, known: Language | undefined) => {
    const texts = (known === undefined ? (['ja', 'en'] as const) : [known]).map((language) => {
      const at = viewOf(base.site, language, view.path).say.moment(expiresAt, base.site.scheme.zone);
      return {
        subject: message(language, 'administration.letter.subject'),
        body: message(language, 'administration.letter.text', { at, link }),
      };
    });
    return {
      subject: texts.map(({ subject }) => subject).join(' / '),
      body: texts.map(({ body }) => body).join('\n\n-- \n\n'),
    };
  };
  const form = sentForm(c);
  const named = { mail: form.get('mail') ?? '', isAgain: form.get('again') === 'yes', language: view.language };
  const invited = await invitePerson(base.deps, actor, named, write);
  if (invited.ok) return c.html(await invitedPage(view, invited.value));
  return show(c, base, [{ words: refusalWords(view, invited.error).join(' ') }]);
}

/** The member an address or a form names, as the administrator's list has them. */
async function findMember(
  c: Context<WebEnv>,
  base: Base,
  named: { readonly mail?: string | null | undefined; readonly organisation?: string | null | undefined },
): Promise<Member | undefined> {
  const people = await listRegisteredPeople(base.deps, workspaceView(c, base.site).signedIn.actor);
  return membersOf(people.ok ? people.value : []).find(
    ({ mail, organisationId }) => mail === named.mail && organisationId === named.organisation,
  );
}

async function askLeave(c: Context<WebEnv>, base: Base): Promise<Response> {
  const member = await findMember(c, base, { mail: c.req.query('mail'), organisation: c.req.query('organisation') });
  if (member === undefined) return absent(c, base);
  return c.html(await leavePage(workspaceView(c, base.site), member, base.deps.ids.uuid(), []));
}

async function leave(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const form = sentForm(c);
  const member = await findMember(c, base, { mail: form.get('mail'), organisation: form.get('organisation') });
  if (member === undefined) return absent(c, base);
  const reason = form.get('reason')?.trim() ?? '';
  if (reason === '') {
    const faults = [{ field: 'reason', words: view.say('administration.reason.missing') }];
    return c.html(await leavePage(view, member, base.deps.ids.uuid(), faults), 422);
  }
  const left = await leaveOrganisation(base.deps, view.signedIn.actor, {
    mail: member.mail,
    organisation: member.organisationId,
    reason,
  });
  return left.ok ? c.redirect(pathIn(view.language, ADMINISTRATION), 303) : absent(c, base);
}

async function showScheme(c: Context<WebEnv>, base: Base): Promise<Response> {
  const view = workspaceView(c, base.site);
  const read = readSchemeInForce(base.deps, view.signedIn.actor);
  return read.ok ? c.html(await schemePage(view, read.value)) : absent(c, base);
}

/** What administrators see and do: organisations, people, invitations, scheme data in force, jobs. */
export function administrationRoutes({ deps }: Pick<WebSetup, 'deps'>, site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  const base: Base = { deps, site };
  for (const prefix of ['', '/en'] as const) {
    const place = `${prefix}${ADMINISTRATION}`;
    app.get(place, (c) => show(c, base));
    app.post(`${place}/invite`, (c) => invite(c, base));
    app.get(`${place}/leave`, (c) => askLeave(c, base));
    app.post(`${place}/leave`, (c) => leave(c, base));
    app.get(`${prefix}${SCHEME_IN_FORCE}`, (c) => showScheme(c, base));
    addOrganisations(app, base, prefix);
    addInvitations(app, base, prefix);
  }
  return app;
}
