import { revokeMandate } from '../src/app/parties/revoke-mandate.ts';
import type { MandateId } from '../src/core/kernel/ids.ts';
import { aDraft } from './builders/cases.ts';
import { okOf } from './builders/world.ts';
import { formFieldsOf } from './form-fields.ts';
import { aWorkspaceSite, SITE_ORIGIN, type Visitor, type WorkspaceSite } from './workspace-site.ts';

/** Where people see their organisation's mandates, and officers all of them. */
export const PLACES = { mandates: '/workspace/mandates', office: '/workspace/office/mandates' } as const;

/** What a scanned letter holds. */
export const LETTER = '%PDF-1.7 委任状';

/** The page somebody is shown. */
export const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

/** Sends the form of a letter with its file, as a browser does. */
export async function sendLetter(
  visitor: Visitor,
  fields: Readonly<Record<string, string>>,
  letter = LETTER,
  name = '委任状.pdf',
): Promise<Response> {
  const { csrf = '', idempotency_key = '' } = formFieldsOf(await pageOf(visitor, `${PLACES.mandates}/letter`));
  const body = new FormData();
  const sent = { csrf, idempotency_key, scope: 'all', from: '2026-04-01', ...fields };
  for (const [name, value] of Object.entries(sent)) body.append(name, value);
  body.append('files', new Blob([letter]), name);
  return visitor.get(`${PLACES.mandates}/letter`, { method: 'POST', body, headers: { origin: SITE_ORIGIN } });
}

/** A site on which the agent has no mandate and has filed a letter of the vendor that waits. */
export async function withLetter(
  db: Parameters<typeof aWorkspaceSite>[0],
  fields: Readonly<Record<string, string>> = {},
) {
  const site = await aWorkspaceSite(db);
  const { world } = site;
  okOf(await revokeMandate(world.deps, world.people.signatory, { id: world.mandate }));
  const draft = await aDraft(world);
  const agent = await site.signIn('agent');
  const filed = await sendLetter(agent, { vendor: '株式会社よそ', ...fields });
  return { site, draft, agent, filed, id: await waiting(site) };
}

async function waiting({ world }: WorkspaceSite): Promise<MandateId> {
  const { rows } = await world.deps.db.pool.query<{ id: MandateId }>(
    'select id from mandates where letter is not null',
  );
  return rows[0]?.id ?? ('none' as MandateId);
}

/** What was done to mandates: the act, in which role, on whose behalf. */
export async function mandateEvents({ world }: WorkspaceSite): Promise<readonly (readonly string[])[]> {
  const { rows } = await world.deps.db.pool.query<Record<'act' | 'role' | 'behalf', string>>(
    `select act, actor_role as role, coalesce(behalf.name, '-') as behalf from events
     left join organisations behalf on behalf.id = on_behalf_of where subject_kind = 'mandate' order by events.id`,
  );
  return rows.map(({ act, role, behalf }) => [act, role, behalf]);
}

/** Whether the agent may open an application for the vendor of the letter. */
export const opensFor = async (agent: Visitor, { world }: WorkspaceSite): Promise<boolean> =>
  (await pageOf(agent, '/workspace/cases/new')).includes(world.organisations.otherVendor);
