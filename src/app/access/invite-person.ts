import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { Grant } from '../../core/access/permissions.ts';
import type { InvitationId, MailId, PersonId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import { appendEvent } from '../../db/events.ts';
import { hasOpenInvitation, insertInvitation } from '../../db/invitations.ts';
import { clearSecretMails, insertMails } from '../../db/mails.ts';
import { listPasskeysOf } from '../../db/passkeys.ts';
import { findLanguage, lockPersonByMail, saveFirstLanguage } from '../../db/people.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Letter } from '../mail/write-mails.ts';
import { listBelongings } from '../parties/list-belongings.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';

/** Hours an invitation holds: over a weekend. */
export const INVITATION_HOURS = 72;

/** An invitation as it is sent: whoever opens the link may set up the person's sign-in, once. */
type Invitation = { readonly link: string; readonly expiresAt: Temporal.Instant };

/** Why nobody was invited. */
type InvitationRefusal =
  | AccessRefusal
  | { readonly code: 'nobody_to_invite'; readonly mail: string }
  | { readonly code: 'already_enrolled'; readonly mail: string }
  | { readonly code: 'already_invited'; readonly mail: string };

type Asked = {
  readonly mail: string;
  readonly at: Temporal.Instant;
  readonly mayRepeat: boolean;
  readonly role: Grant['role'];
};

/** The person to invite, or why there is nobody: from the operator's own machine only somebody without a role is not. */
async function findInvitable(
  tx: Tx,
  { mail, at, mayRepeat, role }: Asked,
): Promise<Result<PersonId, InvitationRefusal>> {
  const person = await lockPersonByMail(tx, mail);
  if (person === undefined || (await listBelongings(tx, person.id)).length === 0) {
    return refused({ code: 'nobody_to_invite', mail });
  }
  if (role === 'system') return ok(person.id);
  if ((await listPasskeysOf(tx, person.id)).length > 0) return refused({ code: 'already_enrolled', mail });
  const isOpen = !mayRepeat && (await hasOpenInvitation(tx, person.id, at));
  return isOpen ? refused({ code: 'already_invited', mail }) : ok(person.id);
}

/** The mail holds the link, so its body is taken out of the outbox when it was sent. */
async function post(
  { ids, clock }: Pick<Deps, 'ids' | 'clock'>,
  tx: Tx,
  { event, recipient, letter }: { readonly event: number; readonly recipient: string; readonly letter: Letter },
): Promise<void> {
  const mail = { ...letter, id: ids.uuid() as MailId, event, kind: 'invitation', recipient, isSecret: true } as const;
  await insertMails(tx, [mail], clock.now());
}

/**
 * Invites a registered person to set up their sign-in. An administrator cannot invite somebody who has a passkey already:
 * with the link they would become that person and decide in two people's names. From the operator's own machine it works,
 * for who has lost everything. Who has an open invitation is not invited a second time unless asked to do it again, which
 * makes the link before useless. With the words of a mail it is put into the outbox, too.
 */
export function invitePerson(
  deps: Pick<Deps, 'db' | 'clock' | 'ids' | 'baseUrl'>,
  actor: Actor,
  typed: { readonly mail: string; readonly isAgain?: boolean; readonly language?: Language },
  write?: (invitation: Invitation, language: Language | undefined) => Letter,
): Promise<Result<Invitation, InvitationRefusal>> {
  const mail = typed.mail.trim().toLowerCase();
  return transact(deps.db, async (tx): Promise<Result<Invitation, InvitationRefusal>> => {
    const allowed = authorize(actor, 'person.invite', {});
    if (!allowed.ok) return allowed;
    const at = deps.clock.now();
    const invitable = await findInvitable(tx, { mail, at, mayRepeat: typed.isAgain === true, role: allowed.value });
    if (!invitable.ok) return invitable;
    const person = invitable.value;
    const id = deps.ids.uuid() as InvitationId;
    const secret = deps.ids.secret();
    const expiresAt = at.add({ hours: INVITATION_HOURS });
    const invitedBy = actor.kind === 'person' ? actor.person : undefined;
    await clearSecretMails(tx, { person });
    const { language } = typed;
    const isFirst = language !== undefined && (await saveFirstLanguage(tx, person, language));
    const isNew = await insertInvitation(tx, { id, secretSha256: sha256Of(secret), person, invitedBy, at, expiresAt });
    if (!isNew) return refused({ code: 'already_invited', mail });
    const event = await appendEvent(tx, {
      at,
      act: 'person.invite',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'person', id: person },
      detail: { invitation: id, ...(isFirst ? { language } : {}) },
    });
    const invitation = { link: `${deps.baseUrl}/sign-in/invitation/${secret}`, expiresAt };
    const letter = write?.(invitation, await findLanguage(tx, person));
    if (letter !== undefined) await post(deps, tx, { event, recipient: mail, letter });
    return ok(invitation);
  });
}
