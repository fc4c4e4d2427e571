import type { InvitationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
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

/** Invites a person; links they were sent before and did not use lead nowhere any more. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  const { id, secretSha256, person, invitedBy, at, expiresAt } = invitation;
  await deleteUnusedInvitations(tx, person);
  await tx
    .insertInto('invitations')
    .values({
      id,
      secret_sha256: secretSha256,
      person,
      invited_by: invitedBy ?? null,
      made_at: at,
      expires_at: expiresAt,
    })
    .execute();
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
