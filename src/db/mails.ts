import type { MailId, OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { MailKind } from '../core/parties/mail-kind.ts';
import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** A mail as it is written into the outbox. */
export type NewMail = {
  readonly id: MailId;
  readonly event: number;
  readonly kind: MailKind;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  /** Holds a link that lets somebody in; the body goes when it was sent. */
  readonly isSecret: boolean;
};

/** Writes mails into the outbox; whoever has one of the same event gets no second. Answers how many are new. */
export async function insertMails(tx: Tx, mails: readonly NewMail[], at: Temporal.Instant): Promise<number> {
  if (mails.length === 0) return 0;
  const inserted = await tx
    .insertInto('mails')
    .values(mails.map(({ isSecret, ...mail }) => ({ ...mail, is_secret: isSecret, written_at: at })))
    .onConflict((conflict) => conflict.columns(['event', 'recipient']).doNothing())
    .returning('id')
    .execute();
  return inserted.length;
}

/** A mail that waits to be sent. */
type WaitingMail = Pick<NewMail, 'id' | 'recipient' | 'subject' | 'body'>;

/** The mails of an event that were not sent and not refused for good, in the order they were written. */
export async function listWaitingMails(db: Reader, event: number): Promise<readonly WaitingMail[]> {
  const rows = await db
    .selectFrom('mails')
    .select(['id', 'recipient', 'subject', 'body'])
    .where('event', '=', event)
    .where('sent_at', 'is', null)
    .where((eb) => eb.or([eb('fault', 'is', null), eb('fault', 'not like', 'refused%')]))
    .orderBy('id')
    .execute();
  return rows.flatMap(({ body, ...mail }) => (body === null ? [] : [{ ...mail, body }]));
}

/** Records what became of an attempt; without a fault the mail was sent, and a secret body is taken out. */
export async function saveMailAttempt(
  tx: Tx,
  id: MailId,
  { at, fault }: { readonly at: Temporal.Instant; readonly fault: string | undefined },
): Promise<void> {
  await tx
    .updateTable('mails')
    .set((eb) => ({
      attempts: eb('attempts', '+', 1),
      tried_at: at,
      fault: fault ?? null,
      ...(fault === undefined
        ? { sent_at: at, body: eb.case().when('is_secret', '=', true).then(null).else(eb.ref('body')).end() }
        : {}),
    }))
    .where('id', '=', id)
    .execute();
}

/**
 * Takes the links out of secret mails: of somebody whose invitation is used, taken back or made anew, or of all written
 * before a moment. Those that were not sent yet are not sent any more. Answers how many there were.
 */
export async function clearSecretMails(
  tx: Tx,
  of: { readonly person: PersonId } | { readonly before: Temporal.Instant },
): Promise<number> {
  const secret = tx
    .updateTable('mails')
    .set({ body: null })
    .where('is_secret', '=', true)
    .where('body', 'is not', null);
  const chosen =
    'before' in of
      ? secret.where('written_at', '<', of.before)
      : secret.where('recipient', '=', (eb) => eb.selectFrom('people').select('mail').where('id', '=', of.person));
  return (await chosen.returning('id').execute()).length;
}

function later(one: Temporal.Instant, other: Temporal.Instant | undefined): Temporal.Instant {
  return other !== undefined && Temporal.Instant.compare(one, other) < 0 ? other : one;
}

/** Events with mails left behind: never tried, or failed and not tried again since. The oldest first. */
export async function listNeglectedEvents(
  db: Reader,
  wanted: {
    readonly writtenAfter: Temporal.Instant;
    readonly untriedBefore: Temporal.Instant;
    readonly failedBefore: Temporal.Instant;
    /** When somebody last asked for all that waits to be sent; what was left by then counts as left behind. */
    readonly askedAt?: Temporal.Instant | undefined;
    readonly limit: number;
  },
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('mails')
    .select('event')
    .distinct()
    .where('sent_at', 'is', null)
    .where('body', 'is not', null)
    .where('written_at', '>=', wanted.writtenAfter)
    .where((eb) =>
      eb.or([
        eb.and([eb('tried_at', 'is', null), eb('written_at', '<', later(wanted.untriedBefore, wanted.askedAt))]),
        eb.and([eb('tried_at', '<', later(wanted.failedBefore, wanted.askedAt)), eb('fault', 'not like', 'refused%')]),
      ]),
    )
    .orderBy('event')
    .limit(wanted.limit)
    .execute();
  return rows.map(({ event }) => event);
}

/** A mail as the list of all shows it; the body of a secret one is left out. */
export type ListedMail = Omit<NewMail, 'body'> & {
  readonly body: string | undefined;
  /** Whether it will not be sent any more, because the link it held leads nowhere now. */
  readonly isDropped: boolean;
  readonly writtenAt: Temporal.Instant;
  readonly sentAt: Temporal.Instant | undefined;
  readonly attempts: number;
  readonly fault: string | undefined;
};

/** The newest mails, of everybody or to one person. */
export async function listMails(
  db: Reader,
  { to, limit }: { readonly to?: PersonId | undefined; readonly limit: number },
): Promise<readonly ListedMail[]> {
  const all = db.selectFrom('mails').selectAll();
  const wanted =
    to === undefined
      ? all
      : all.where('recipient', '=', (eb) => eb.selectFrom('people').select('mail').where('id', '=', to));
  const rows = await wanted.orderBy('written_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(({ body, is_secret: isSecret, written_at: writtenAt, sent_at: sentAt, fault, ...row }) => ({
    id: row.id,
    event: row.event,
    kind: row.kind,
    recipient: row.recipient,
    subject: row.subject,
    attempts: row.attempts,
    isSecret,
    writtenAt,
    body: isSecret ? undefined : (body ?? undefined),
    isDropped: body === null && sentAt === null,
    sentAt: sentAt ?? undefined,
    fault: fault ?? undefined,
  }));
}

/** How many mails written since a moment wait to be sent or were not taken, and can still be sent. */
export async function countUnsentMails(db: Reader, writtenAfter: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('mails')
    .select(({ fn }) => fn.count<number>('id').as('count'))
    .where('sent_at', 'is', null)
    .where('body', 'is not', null)
    .where('written_at', '>', writtenAfter)
    .where((eb) => eb.or([eb('fault', 'is', null), eb('fault', 'not like', 'refused%')]))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many mails were sent, wait, or failed at their last attempt. */
export type MailCounts = { readonly sent: number; readonly waiting: number; readonly failed: number };

/** Counts all mails. */
export async function countMails(db: Reader): Promise<MailCounts> {
  return db
    .selectFrom('mails')
    .select(({ fn }) => [
      fn.count<number>('id').filterWhere('sent_at', 'is not', null).as('sent'),
      fn
        .count<number>('id')
        .filterWhere('sent_at', 'is', null)
        .filterWhere('fault', 'is', null)
        .filterWhere('body', 'is not', null)
        .as('waiting'),
      fn.count<number>('id').filterWhere('fault', 'is not', null).as('failed'),
    ])
    .executeTakeFirstOrThrow();
}

/** Everybody who holds a role in one of the organisations, with each organisation they hold it in. */
export async function listMembers(
  db: Reader,
  organisations: readonly OrganisationId[],
): Promise<readonly { readonly person: PersonId; readonly mail: string; readonly organisation: OrganisationId }[]> {
  if (organisations.length === 0) return [];
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select(['memberships.person', 'people.mail', 'memberships.organisation'])
    .where('memberships.organisation', 'in', organisations)
    .distinct()
    .orderBy('people.mail')
    .execute();
}
