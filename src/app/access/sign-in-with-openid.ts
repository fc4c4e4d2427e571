import type { Actor, Role } from '../../core/access/actor.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { accountRoles, isVerified } from '../../core/parties/account-roles.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { appendEvent } from '../../db/events.ts';
import { deleteRoles, lockIdentity, saveIdentity } from '../../db/openid-identities.ts';
import { findOrganisationByNumber, insertOrganisation } from '../../db/organisations.ts';
import { insertMemberships, insertPerson } from '../../db/people.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import { listBelongings } from '../parties/list-belongings.ts';
import type { Deps, OpenidAccount } from '../ports.ts';
import { startSession, type NoRole, type Browser, type StartedSession } from './start-session.ts';

/** Why an account its provider vouches for was not let in. */
type AccountRefusal =
  | NoRole
  /** The address names somebody else here; accounts are never joined by address. */
  | { readonly code: 'openid_mail_taken' }
  /** Nobody signs in for the operator this way, nor for an agent without a verified account. */
  | { readonly code: 'openid_account_may_not_act' };

type Joining = { readonly tx: Tx; readonly deps: Pick<Deps, 'ids' | 'clock'>; readonly account: OpenidAccount };

const PROVIDER: Actor = { kind: 'system', job: 'openid' };

async function makeOrganisation({ tx, deps, account }: Joining): Promise<Organisation> {
  const organisation: Organisation = {
    id: deps.ids.uuid() as OrganisationId,
    kind: account.actsForOthers && isVerified(account) ? 'agent' : 'vendor',
    ...account.organisation,
    addressEn: '',
    corporateNumber: isVerified(account) ? account.corporateNumber : undefined,
  };
  const at = deps.clock.now();
  if (!(await insertOrganisation(tx, organisation, at))) throw new Error('an organisation was registered meanwhile');
  await appendEvent(tx, {
    at,
    act: 'organisation.register',
    actor: eventActor(PROVIDER, 'system', undefined),
    subject: { kind: 'organisation', id: organisation.id },
    detail: { kind: organisation.kind, name: organisation.name },
  });
  return organisation;
}

/** The organisation an account belongs to: by its verified number, or the one its person already has, or a new one. */
async function organisationOf(
  joining: Joining,
  person: PersonId | undefined,
): Promise<Pick<Organisation, 'id' | 'kind'>> {
  const { tx, account } = joining;
  if (isVerified(account) && account.corporateNumber !== undefined) {
    return (await findOrganisationByNumber(tx, account.corporateNumber)) ?? makeOrganisation(joining);
  }
  const [own] = person === undefined ? [] : await listBelongings(tx, person);
  return own === undefined ? makeOrganisation(joining) : { id: own.organisation, kind: own.kind };
}

async function makePerson({ tx, deps, account }: Joining): Promise<PersonId | undefined> {
  const id = deps.ids.uuid() as PersonId;
  const at = deps.clock.now();
  if (!(await insertPerson(tx, { id, name: account.personName, mail: account.mail }, at))) return undefined;
  await appendEvent(tx, {
    at,
    act: 'person.register',
    actor: eventActor(PROVIDER, 'system', undefined),
    subject: { kind: 'person', id },
    detail: { issuer: account.issuer, accountType: account.accountType },
  });
  return id;
}

/** What an account no longer vouches for is taken away; elsewhere, submitting needs a verified account too. */
async function giveRoles(
  { tx, account }: Joining,
  person: PersonId,
  organisation: OrganisationId,
  roles: readonly Role[],
): Promise<void> {
  const submitting: readonly Role[] = ['vendor-signatory', 'agent'];
  await deleteRoles(tx, person, submitting, isVerified(account) ? organisation : undefined);
  await insertMemberships(tx, { person, organisation, roles });
}

/**
 * Signs in an account that its provider vouches for. The first time it becomes a person and, by its verified corporate
 * number, joins the organisation with that number or makes it; what an Entry account says of itself joins it to nobody.
 */
export function signInWithOpenid(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  account: OpenidAccount,
  browser: Browser,
): Promise<Result<StartedSession, AccountRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<StartedSession, AccountRefusal>> => {
    const joining = { tx, deps, account };
    const known = await lockIdentity(tx, account);
    const organisation = await organisationOf(joining, known);
    const roles = accountRoles(account, organisation.kind);
    if (roles.length === 0) return refused({ code: 'openid_account_may_not_act' });
    const made = known === undefined ? await personFor(joining) : ok(known);
    if (!made.ok) return made;
    const person = made.value;
    await giveRoles(joining, person, organisation.id, roles);
    await saveIdentity(tx, { ...account, person, at: deps.clock.now() });
    return startSession(tx, deps, { ...browser, person, method: 'openid' });
  });
}

async function personFor(joining: Joining): Promise<Result<PersonId, AccountRefusal>> {
  const person = await makePerson(joining);
  return person === undefined ? refused({ code: 'openid_mail_taken' }) : ok(person);
}
