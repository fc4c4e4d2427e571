import type { InvitationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** An invitation to set up one's sign-in. */
type NewInvitation = {
  readonly id: InvitationId;
  readonly secretSha256: Sha256;
  readonly person: PersonId;
  readonly invitedBy: PersonId | undefined;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
};

/**
 * Invites a person; links they were sent before and did not use lead nowhere any more. Answers false when somebody else
 * invited them at the same moment: one invitation of a person is open at most.
 */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<boolean> {
  const { id, secretSha256, person, invitedBy, at, expiresAt } = invitation;
  await deleteUnusedInvitations(tx, person);
  const inserted = await tx
    .insertInto('invitations')
    .values({
      id,
      secret_sha256: secretSha256,
      person,
      invited_by: invitedBy ?? null,
      made_at: at,
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.column('person').where('used_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Uses up an invitation that has not expired; answers whom it invited. One statement: it is used once. */
export async function useInvitation(tx: Tx, secret: Sha256, at: Temporal.Instant): Promise<PersonId | undefined> {
  const used = await tx
    .updateTable('invitations')
    .set({ used_at: at })
    .where('secret_sha256', '=', secret)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('person')
    .executeTakeFirst();
  return used?.person;
}

/** Takes back the invitations of a person that were not used. */
export async function deleteUnusedInvitations(tx: Tx, person: PersonId): Promise<void> {
  await tx.deleteFrom('invitations').where('person', '=', person).where('used_at', 'is', null).execute();
}

/** How an invitation stands. */
export type InvitationState = 'open' | 'used' | 'expired';

/** An invitation as a list shows it. */
export type ListedInvitation = {
  readonly id: InvitationId;
  readonly name: string;
  readonly mail: string;
  /** Who invited them; null when the command line did. */
  readonly by: string | null;
  readonly madeAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | null;
  readonly state: InvitationState;
};

/** The newest invitations, at most `limit`, as they stand at a moment. */
export async function listInvitations(
  db: Reader,
  { at, limit }: { readonly at: Temporal.Instant; readonly limit: number },
): Promise<readonly ListedInvitation[]> {
  return db
    .selectFrom('invitations')
    .innerJoin('people', 'people.id', 'invitations.person')
    .leftJoin('people as inviters', 'inviters.id', 'invitations.invited_by')
    .select([
      'invitations.id',
      'people.name',
      'people.mail',
      'inviters.name as by',
      'invitations.made_at as madeAt',
      'invitations.expires_at as expiresAt',
      'invitations.used_at as usedAt',
    ])
    .select((eb) =>
      eb
        .case()
        .when('invitations.used_at', 'is not', null)
        .then<InvitationState>('used')
        .when('invitations.expires_at', '>', at)
        .then<InvitationState>('open')
        .else<InvitationState>('expired')
        .end()
        .as('state'),
    )
    .orderBy('invitations.made_at', 'desc')
    .orderBy('invitations.id', 'desc')
    .limit(limit)
    .execute();
}

/** Whether a person has an invitation they can still use. */
export async function hasOpenInvitation(db: Reader, person: PersonId, at: Temporal.Instant): Promise<boolean> {
  const found = await db
    .selectFrom('invitations')
    .select('id')
    .where('person', '=', person)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes back an invitation that was not used; answers whom it invited. */
export async function deleteUnusedInvitation(tx: Tx, id: InvitationId): Promise<PersonId | undefined> {
  const deleted = await tx
    .deleteFrom('invitations')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .returning('person')
    .executeTakeFirst();
  return deleted?.person;
}
