import { invitePerson } from '../src/app/access/invite-person.ts';
import { okOf, SYSTEM, type PersonName } from './builders/world.ts';
import { SoftAuthenticator, type Slips } from './soft-authenticator.ts';
import { SITE_ORIGIN, type Visitor, type WorkspaceSite } from './workspace-site.ts';

/** The headers a script of our own page sends. */
export const JSON_TYPE = { 'content-type': 'application/json', origin: SITE_ORIGIN };
const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: SITE_ORIGIN };

/** What a browser is asked for. */
export type Options = { ceremony: string; publicKey: Parameters<SoftAuthenticator['create']>[0] };

/** The session's token that an answer sets, or nothing. */
export function tokenIn(answer: Response): string {
  return /__Host-shirushi=([\w-]{43});/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';
}

/** Sends a form without being signed in. */
export async function send(site: WorkspaceSite, path: string, fields: Record<string, string>): Promise<Response> {
  return site.ask(path, { method: 'POST', headers: FORM, body: new URLSearchParams(fields) });
}

/** Opens an invitation of somebody. */
async function invited(site: WorkspaceSite, name: PersonName): Promise<Visitor> {
  const { link } = okOf(await invitePerson(site.world.deps, SYSTEM, { mail: `${name.toLowerCase()}@example.jp` }));
  const secret = link.split('/').at(-1) ?? '';
  const accepted = await send(site, '/sign-in/invitation', { secret });
  if (accepted.status !== 303) throw new Error(`the invitation answered ${accepted.status}`);
  return site.visitor(tokenIn(accepted));
}

/** Enrols a passkey as somebody's browser does. */
export async function enrol(
  site: WorkspaceSite,
  visitor: Visitor,
  key: SoftAuthenticator,
  slips?: Slips,
): Promise<Response> {
  const headers = { ...JSON_TYPE, 'x-csrf-token': await visitor.csrf() };
  const asked = await visitor.get('/workspace/account/passkeys/options', { method: 'POST', headers, body: '{}' });
  if (asked.status !== 200) return asked;
  const { ceremony, publicKey } = (await asked.json()) as Options;
  return visitor.post('/workspace/account/passkeys', {
    ceremony,
    answer: key.create(publicKey, slips),
    name: '鍵',
    csrf: await visitor.csrf(),
  });
}

/** Somebody with two passkeys, one that lives in a single device and one that is copied between several. */
export async function settled(site: WorkspaceSite, name: PersonName) {
  const keys = [new SoftAuthenticator(), new SoftAuthenticator({ isBackedUp: true })] as const;
  let visitor = await invited(site, name);
  for (const key of keys) visitor = site.visitor(tokenIn(await enrol(site, visitor, key)));
  return { visitor, keys };
}

/** Asks for a challenge to sign in with. */
export async function challenge(site: WorkspaceSite): Promise<Options> {
  const asked = await site.ask('/sign-in/passkey/options', { method: 'POST', headers: JSON_TYPE, body: '{}' });
  return (await asked.json()) as Options;
}

/** Signs in with a passkey. */
export async function signIn(site: WorkspaceSite, key: SoftAuthenticator, slips?: Slips): Promise<Response> {
  const { ceremony, publicKey } = await challenge(site);
  return send(site, '/sign-in/passkey', { ceremony, answer: key.get(publicKey, slips) });
}
