import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { Role } from '../core/access/actor.ts';
import type { OpenidAccountType } from './identity-tables.ts';
import type { Tx } from './transact.ts';

/** An account at an OpenID provider. */
type Identity = { readonly issuer: string; readonly subject: string };

/** Who an account is here; locked, so that two first sign-ins at once do not make two people. */
export async function lockIdentity(tx: Tx, { issuer, subject }: Identity): Promise<PersonId | undefined> {
  const row = await tx
    .selectFrom('openid_identities')
    .select('person')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  return row?.person;
}

/** Records who an account is here, or that its type has changed. */
export async function saveIdentity(
  tx: Tx,
  identity: Identity & {
    readonly person: PersonId;
    readonly accountType: OpenidAccountType;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { issuer, subject, person, accountType, at } = identity;
  await tx
    .insertInto('openid_identities')
    .values({ issuer, subject, person, account_type: accountType, linked_at: at })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet({ account_type: accountType }))
    .execute();
}

/** Takes roles from a person in every organisation but one, where others are given; used when an account says less now. */
export async function deleteRoles(
  tx: Tx,
  person: PersonId,
  roles: readonly Role[],
  except: OrganisationId | undefined,
): Promise<void> {
  const theirs = tx
    .deleteFrom('memberships')
    .where('person', '=', person)
    .where('role', 'in', [...roles]);
  await (except === undefined ? theirs : theirs.where('organisation', '!=', except)).execute();
}
