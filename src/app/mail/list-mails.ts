import type { Actor, PersonActor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { countMails, listMails, type ListedMail, type MailCounts } from '../../db/mails.ts';
import type { Deps } from '../ports.ts';

/** The outbox: how it fares, and its newest mails. */
export type Outbox = { readonly counts: MailCounts; readonly mails: readonly ListedMail[] };

/** The newest mails, at most `limit`, and how many were sent, wait or failed. */
export async function listAllMails(
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  limit: number,
): Promise<Result<Outbox, AccessRefusal>> {
  const allowed = authorize(actor, 'mail.list', {});
  if (!allowed.ok) return allowed;
  const { kysely } = deps.db;
  return ok({ counts: await countMails(kysely), mails: await listMails(kysely, { limit }) });
}

/** The newest mails to whoever asks, at most `limit`. */
export async function listOwnMails(
  deps: Pick<Deps, 'db'>,
  actor: PersonActor,
  limit: number,
): Promise<Result<readonly ListedMail[], AccessRefusal>> {
  const allowed = authorize(actor, 'mail.list-own', { person: actor.person });
  return allowed.ok ? ok(await listMails(deps.db.kysely, { to: actor.person, limit })) : allowed;
}
